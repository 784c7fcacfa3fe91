import { JournalError, type Journal } from '../../../server/journal/journal.ts';
import type { JournalLine } from '../../../shared/recording/chain.ts';
import { sessionId, type SessionId } from '../../../shared/session/ids.ts';
import type { AtOnce } from './at-once.ts';

/** The events of all sessions, as a disk holds them; and the same laid open, for whoever judges the journal. */
export type EventsInMemory = AtOnce<Omit<Journal, 'close'>> & {
  readonly lines: (session: SessionId) => readonly JournalLine[];
  readonly epochOf: (session: SessionId) => number | null;
};

type Head = { epoch: number; readonly lines: JournalLine[] };

export function createEventsInMemory(): EventsInMemory {
  const heads = new Map<SessionId, Head>();
  const linesOf = (session: SessionId): readonly JournalLine[] => heads.get(session)?.lines ?? [];

  return {
    lines: linesOf,
    epochOf: (session) => heads.get(session)?.epoch ?? null,
    open: (session) => {
      const head = heads.get(session) ?? { epoch: 0, lines: [] };
      heads.set(session, head);
      head.epoch += 1;
      return { epoch: head.epoch, events: [...head.lines] };
    },
    append: (session, epoch, firstVersion, events) => {
      const head = heads.get(session);
      if (head?.epoch !== epoch) throw new JournalError('fenced', `epoch ${epoch} is not the running one`);
      if (firstVersion === head.lines.length + 1) {
        head.lines.push(...events.map((json, index) => ({ version: firstVersion + index, epoch, json })));
      } else if (!isRepeat(head.lines.slice(firstVersion - 1), epoch, events)) {
        throw new JournalError('out-of-step', `${firstVersion} does not follow ${head.lines.length}`);
      }
    },
    read: (session, fromVersion, most) =>
      linesOf(session).slice(fromVersion - 1, most === undefined ? undefined : fromVersion - 1 + most),
    delete: (session) => void heads.delete(session),
    sessions: () =>
      [...heads].map(([session, { epoch, lines }]) => ({
        session: sessionId(session),
        epoch,
        version: lines.length,
      })),
  };
}

function isRepeat(kept: readonly JournalLine[], epoch: number, events: readonly string[]): boolean {
  return (
    events.length > 0 &&
    kept.length === events.length &&
    kept.every((line, index) => line.epoch === epoch && line.json === events[index])
  );
}
