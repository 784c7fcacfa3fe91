import { createSubscriber } from 'svelte/reactivity';
import type { HealthReading } from '../../shared/wire/health.ts';

/** How the server fares, as it was last heard; null before the first answer. */
export type HealthWatch = { readonly now: HealthReading | 'no-answer' | null };

const EVERY_MS = 5_000;

/** Asks again and again for as long as somebody looks. `ask` answers null where there is none. */
export function watchHealth(ask: () => Promise<HealthReading | null>): HealthWatch {
  let now: HealthWatch['now'] = null;
  const lookedAt = createSubscriber((update) => {
    const look = async (): Promise<void> => {
      // A page in the background has nobody who looks.
      if (document.hidden) return;
      now = (await ask()) ?? 'no-answer';
      update();
    };
    void look();
    const timer = setInterval(() => void look(), EVERY_MS);
    return () => clearInterval(timer);
  });
  return {
    get now() {
      lookedAt();
      return now;
    },
  };
}
