import { writeEvent } from '../../server/room/stored-event.ts';
import type { JournalLine } from '../../shared/recording/chain.ts';
import type { SessionEvent } from '../../shared/session/events.ts';

const MORNING_MS = Date.UTC(2026, 9, 5, 8, 30);
const BETWEEN_FACTS_MS = 700;

/** Facts as the journal keeps them, one every 0.7 s. A process opens the session anew at each of `restartsAt`. */
export function journalOf(
  facts: readonly SessionEvent[],
  restartsAt: readonly number[] = [],
): readonly JournalLine[] {
  return facts.map((event, index) => ({
    version: index + 1,
    epoch: 1 + restartsAt.filter((restart) => restart <= index).length,
    json: writeEvent(event, MORNING_MS + index * BETWEEN_FACTS_MS),
  }));
}
