import type { ChainedLine, JournalLine } from '../../../shared/recording/chain.ts';
import { sameDigest } from '../../../shared/recording/sha-256.ts';
import { sessionId } from '../../../shared/session/ids.ts';
import { JournalError, type JournalledSession, type OpenedSession } from '../journal.ts';
import { CHAIN } from '../chain.ts';
import { row, rows, type Database } from './database.ts';

/** The journal's half of the file. Each function is run by the commit loop, which makes what it did durable. */
export type EventTables = {
  readonly openSession: (session: string) => OpenedSession;
  readonly append: (session: string, epoch: number, firstVersion: number, events: readonly string[]) => void;
  readonly readEvents: (session: string, fromVersion: number, most?: number) => readonly JournalLine[];
  readonly deleteEvents: (session: string) => void;
  readonly journalled: () => readonly JournalledSession[];
};

type Head = {
  readonly epoch: number;
  readonly version: number;
  readonly digest: Uint8Array;
  readonly damaged: number;
};

/** A limit that is none (sqlite.org/lang_select.html). */
const ALL = -1;

export function createEventTables(db: Database): EventTables {
  const selectHead = db.prepare('SELECT epoch, version, digest, damaged FROM heads WHERE session = ?');
  const insertHead = db.prepare('INSERT INTO heads (session, epoch, version, digest) VALUES (?, ?, 0, ?)');
  const raiseEpoch = db.prepare('UPDATE heads SET epoch = ? WHERE session = ?');
  const moveHead = db.prepare('UPDATE heads SET version = ?, digest = ? WHERE session = ?');
  const insertEvent = db.prepare(
    'INSERT INTO events (session, version, epoch, json, digest) VALUES (?, ?, ?, ?, ?)',
  );
  const selectChain = db.prepare(
    'SELECT version, epoch, json, digest FROM events WHERE session = ? ORDER BY version',
  );
  const selectEvents = db.prepare(
    'SELECT version, epoch, json FROM events WHERE session = ? AND version >= ? ORDER BY version LIMIT ?',
  );
  const deleteEventRows = db.prepare('DELETE FROM events WHERE session = ?');
  const deleteHead = db.prepare('DELETE FROM heads WHERE session = ?');
  const selectHeads = db.prepare('SELECT session, epoch, version FROM heads ORDER BY session');

  return {
    openSession: (session) => {
      const head = row<Head>(selectHead, session);
      if (head === undefined) {
        insertHead.run(session, 1, CHAIN.start(session));
        return { epoch: 1, events: [] };
      }
      const chain = CHAIN.follow(session, rows<ChainedLine>(selectChain, session));
      if (head.damaged === 1 || chain.broken || !sameDigest(chain.digest, head.digest)) {
        throw new JournalError('damaged', `the events of session ${session} do not hold together`);
      }
      raiseEpoch.run(head.epoch + 1, session);
      return {
        epoch: head.epoch + 1,
        events: chain.sound.map(({ version, epoch, json }) => ({ version, epoch, json })),
      };
    },

    append: (session, epoch, firstVersion, events) => {
      const head = row<Head>(selectHead, session);
      if (head === undefined || head.epoch !== epoch) {
        throw new JournalError('fenced', `epoch ${epoch} of session ${session} is not the running one`);
      }
      if (firstVersion !== head.version + 1) {
        if (
          isRepeat(epoch, firstVersion, events, rows<JournalLine>(selectEvents, session, firstVersion, ALL))
        )
          return;
        throw new JournalError(
          'out-of-step',
          `session ${session} has ${head.version} events, and ${firstVersion} does not come next`,
        );
      }
      let digest = head.digest;
      let version = head.version;
      for (const json of events) {
        version += 1;
        digest = CHAIN.next(digest, { version, epoch, json });
        insertEvent.run(session, version, epoch, json, digest);
      }
      moveHead.run(version, digest, session);
    },

    readEvents: (session, fromVersion, most = ALL) => [
      ...rows<JournalLine>(selectEvents, session, fromVersion, most),
    ],

    deleteEvents: (session) => {
      deleteEventRows.run(session);
      deleteHead.run(session);
    },

    journalled: () =>
      [...rows<{ session: string; epoch: number; version: number }>(selectHeads)].map((head) => ({
        ...head,
        session: sessionId(head.session),
      })),
  };
}

/** Whether exactly these events stand there already, by the same hand: the answer to the first try was lost. */
function isRepeat(
  epoch: number,
  firstVersion: number,
  events: readonly string[],
  stored: Iterable<JournalLine>,
): boolean {
  const kept = [...stored];
  return (
    events.length > 0 &&
    events.length === kept.length &&
    events.every((json, index) => {
      const there = kept[index];
      return there?.version === firstVersion + index && there.epoch === epoch && there.json === json;
    })
  );
}
