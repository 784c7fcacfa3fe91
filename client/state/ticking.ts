import { createSubscriber } from 'svelte/reactivity';

const TICK_MS = 200;

/** To be called where the time of the moment is read: whoever reads is told again, five times a second. */
export function createTicker(): () => void {
  return createSubscriber((update) => {
    const timer = setInterval(update, TICK_MS);
    return () => clearInterval(timer);
  });
}
