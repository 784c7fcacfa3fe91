import type { SeatNumber } from '../../shared/session/ids.ts';
import { LIMITS } from '../../shared/session/limits.ts';
import type { Sender } from './classroom.ts';

type Student = Extract<Sender, { role: 'student' }>;

/** Which connection of a page has come last, as the page itself counts them: of each seat's last few pages. */
export type Dials = {
  /** Takes note of a connection. False where a later one of its page has come before it. */
  readonly come: (student: Student) => boolean;
};

export function createDials(): Dials {
  const bySeat = new Map<SeatNumber, Map<string, number>>();
  return {
    come: ({ seat, instance, dial }) => {
      const pages = bySeat.get(seat) ?? new Map<string, number>();
      bySeat.set(seat, pages);
      const last = pages.get(instance) ?? 0;
      pages.delete(instance);
      pages.set(instance, Math.max(last, dial));
      const [longestAgo] = pages.keys();
      if (pages.size > LIMITS.pagesRemembered && longestAgo !== undefined) pages.delete(longestAgo);
      return dial >= last;
    },
  };
}
