import type { JournalLine } from '../../shared/recording/chain.ts';
import type { RecordedEvent } from '../../shared/recording/recording.ts';
import { upgradeEvent } from '../../shared/recording/upgrade.ts';
import { proveFacts, type Lie } from '../../shared/recording/verify-facts.ts';
import type { SessionEvent } from '../../shared/session/events.ts';
import { journalOf } from './journal-lines.ts';

/** A journal's lines as a recording gives them. */
export function recordedEvents(lines: readonly JournalLine[]): readonly RecordedEvent[] {
  return lines.map(({ version, epoch, json }) => {
    const { atMs, event } = upgradeEvent(JSON.parse(json));
    return { version, epoch, atMs, event };
  });
}

/** Facts numbered anew, as somebody would who knows how recordings are made. */
export function asRecorded(facts: readonly SessionEvent[]): readonly RecordedEvent[] {
  return recordedEvents(journalOf(facts));
}

/** What proving them comes to: the first lie, or null. */
export function firstLie(events: Iterable<RecordedEvent>): Lie | null {
  const proof = proveFacts(events);
  for (let step = proof.next(); ; step = proof.next()) if (step.done === true) return step.value;
}
