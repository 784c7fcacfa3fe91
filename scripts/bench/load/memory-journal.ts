import { JournalError, type Journal } from '../../../server/journal/journal.ts';
import type { JournalLine } from '../../../shared/recording/chain.ts';
import type { SessionId } from '../../../shared/session/ids.ts';

type Kept = { epoch: number; readonly lines: JournalLine[] };

/** What outlives one user of a journal in memory. */
export type JournalMemory = Map<SessionId, Kept>;

/** A journal that keeps everything in memory: what a server is measured beside, to see what its disk costs. */
export function createMemoryJournal(memory: JournalMemory): Journal {
  let closed = false;

  function kept(session: SessionId): Kept {
    if (closed) throw new JournalError('closed', 'this journal is closed');
    return memory.get(session) ?? { epoch: 0, lines: [] };
  }

  return {
    open: async (session) => {
      const { epoch, lines } = kept(session);
      memory.set(session, { epoch: epoch + 1, lines });
      return { epoch: epoch + 1, events: [...lines] };
    },
    append: async (session, epoch, firstVersion, events) => {
      const { epoch: owner, lines } = kept(session);
      if (epoch !== owner || owner === 0)
        throw new JournalError('fenced', 'somebody else opened the session');
      const there = lines.slice(firstVersion - 1, firstVersion - 1 + events.length);
      const isRepeat = events.length > 0 && there.length === events.length;
      if (isRepeat && there.every((line, index) => line.json === events[index] && line.epoch === epoch))
        return;
      if (firstVersion !== lines.length + 1) throw new JournalError('out-of-step', 'not the next version');
      lines.push(...events.map((json, index) => ({ version: firstVersion + index, epoch, json })));
    },
    read: async (session, fromVersion, most) =>
      kept(session).lines.slice(
        fromVersion - 1,
        most === undefined ? undefined : Math.max(0, fromVersion - 1) + most,
      ),
    delete: async (session) => {
      kept(session);
      memory.delete(session);
    },
    sessions: async () =>
      [...memory].map(([session, { epoch, lines }]) => ({ session, epoch, version: lines.length })),
    close: async () => {
      closed = true;
    },
  };
}
