import type { SessionEvent } from '../../shared/session/events.ts';
import { refusal, type Refusal } from '../../shared/session/refusals.ts';
import type { Roster } from '../../shared/session/roster.ts';
import type { ServerClock } from '../clock.ts';
import { JournalError, type JournalFailure } from '../journal/journal.ts';
import { decideBatch, type Batch } from './batch.ts';
import { waitsForTheDisk, type Entry } from './entry.ts';
import { createQueue } from './queue.ts';
import { ROOM_LIMITS } from './room-limits.ts';
import { reread, save, type Store } from './save.ts';
import { asSaving, withoutLostTime, type Standing } from './standing.ts';
import { codeOf, type Trouble } from './trouble.ts';

/** Turns commands into facts on disk, one batch after the other. Nothing it has told anybody is ever undone. */
export type Ledger = {
  /** What is on disk. */
  readonly standing: () => Standing;
  /** The same as the class may see it: standing still while the disk does not answer. */
  readonly shown: () => Standing;
  readonly isSaving: () => boolean;
  /** Takes a command in, or says why not. */
  readonly add: (entry: Entry) => Refusal | null;
  /** Time that is not the class's: every deadline moves by it. */
  readonly lose: (ms: number) => void;
  readonly replaceRoster: (roster: Roster) => void;
  /** Looks after a disk that is slow, or that failed a moment ago. */
  readonly beat: (nowMs: number) => void;
  /** Finishes what was taken in, as far as the disk lets it. */
  readonly finish: () => Promise<void>;
  /** Answers everybody who waits, and decides nothing any more. */
  readonly giveUp: (why: Refusal) => void;
};

export type LedgerEvents = {
  /** These facts are on disk and part of the standing; whoever asked for them has been answered, if that was possible. */
  readonly filed: (events: readonly SessionEvent[]) => void;
  /** `shown` is another one although nothing was filed. */
  readonly shownChanged: () => void;
  /** A bug, or a store that is lost to this room. */
  readonly failed: (error: unknown) => void;
  /** Called before deciding: may call `lose`. */
  readonly aboutToDecide: () => void;
};

export function createLedger(store: Store, clock: ServerClock, start: Standing, tell: LedgerEvents): Ledger {
  const queue = createQueue(ROOM_LIMITS.queueMost);
  let standing = start;
  let trouble: Trouble | null = null;
  let writingSinceMs: number | null = null;
  /** Lost since the batch in hand was decided. */
  let lostMs = 0;
  let inHand: readonly Entry[] = [];
  let working: Promise<void> = Promise.resolve();
  let busy = false;
  let stopped = false;

  function lose(ms: number): void {
    if (ms === 0) return;
    lostMs += ms;
    standing = withoutLostTime(standing, ms);
    if (writingSinceMs !== null) writingSinceMs += ms;
  }

  /** The time of the trouble so far was not the class's. */
  function loseTrouble(): void {
    if (trouble === null) return;
    const nowMs = clock.nowMs();
    lose(nowMs - trouble.sinceMs);
    trouble = { ...trouble, sinceMs: nowMs };
  }

  function endTrouble(): void {
    if (trouble === null) return;
    loseTrouble();
    trouble = null;
    tell.shownChanged();
  }

  /** After a trouble there is work without a command: whether the last batch got in has to be read. */
  const hasWork = (): boolean => queue.size() > 0 || trouble !== null;

  function wake(): void {
    if (busy || stopped || !hasWork()) return;
    busy = true;
    working = work();
  }

  async function work(): Promise<void> {
    try {
      let goOn = true;
      while (goOn && hasWork()) goOn = await turn();
    } catch (error) {
      tell.failed(error);
    } finally {
      busy = false;
    }
  }

  /** One batch. False when the disk has to be left alone for a while. */
  async function turn(): Promise<boolean> {
    if (stopped) return false;
    tell.aboutToDecide();
    loseTrouble();
    if (trouble !== null && !(await readAgain())) return false;
    if (queue.size() === 0) {
      endTrouble();
      return true;
    }
    inHand = queue.take(ROOM_LIMITS.batchMost);
    lostMs = 0;
    const batch = decideBatch(standing, inHand, { nowMs: clock.nowMs(), epoch: store.epoch });
    if (batch.events.length === 0) {
      settle(batch);
      if (queue.size() === 0) endTrouble();
      return true;
    }
    writingSinceMs = clock.nowMs();
    const failure = await save(store, batch, clock.wallMs());
    if (stopped) return false;
    if (failure !== null) {
      standAside(failure);
      return false;
    }
    adopt(batch);
    return true;
  }

  function settle(batch: Batch): void {
    inHand = [];
    writingSinceMs = null;
    for (const { entry, answer } of batch.settled) entry.answer(answer);
  }

  function adopt(batch: Batch): void {
    const sinceMs = trouble?.sinceMs;
    if (sinceMs !== undefined) lostMs += clock.nowMs() - sinceMs;
    standing = withoutLostTime(batch.after, lostMs);
    const wasSaving = trouble !== null;
    trouble = null;
    settle(batch);
    tell.filed(batch.events);
    if (wasSaving) tell.shownChanged();
  }

  /** The batch never was: its commands wait, or are told. */
  function standAside(failure: JournalFailure): void {
    const code = codeOf(failure);
    if (code === null) throw new JournalError(failure, `the journal of this room is lost to it: ${failure}`);
    const nowMs = clock.nowMs();
    trouble = {
      sinceMs: trouble?.sinceMs ?? writingSinceMs ?? nowMs,
      code,
      retryAtMs: nowMs + ROOM_LIMITS.retryMs,
    };
    writingSinceMs = null;
    const entries = inHand;
    inHand = [];
    queue.putBack(entries.filter(waitsForTheDisk));
    for (const entry of entries) {
      if (!waitsForTheDisk(entry)) entry.answer({ ok: false, refusal: refusal(code) });
    }
    tell.shownChanged();
  }

  /** Whether the disk can be read again, and agrees with the standing by now. */
  async function readAgain(): Promise<boolean> {
    const kept = await reread(store, standing, clock.nowMs());
    if (stopped) return false;
    if (kept === null) {
      standAside('broken');
      return false;
    }
    standing = kept.standing;
    // Written, and the answer was lost: what follows from these facts is still to be done.
    if (kept.events.length > 0) tell.filed(kept.events);
    return true;
  }

  return {
    standing: () => standing,
    shown: () => (trouble === null ? standing : asSaving(standing, trouble.sinceMs)),
    isSaving: () => trouble !== null,
    add: (entry) => {
      const failing = trouble !== null && trouble.retryAtMs !== null ? trouble : null;
      if (failing !== null && !waitsForTheDisk(entry)) return refusal(failing.code);
      if (!queue.add(entry)) return refusal('slow-down', ROOM_LIMITS.retryMs);
      if (failing === null) wake();
      return null;
    },
    lose: (ms) => {
      // While the disk is in trouble no time counts anyway.
      if (trouble === null) lose(ms);
    },
    replaceRoster: (roster) => {
      standing = { ...standing, roster };
      tell.shownChanged();
    },
    beat: (nowMs) => {
      if (trouble === null && writingSinceMs !== null && nowMs - writingSinceMs >= ROOM_LIMITS.savingMs) {
        trouble = { sinceMs: writingSinceMs, code: 'saving', retryAtMs: null };
        tell.shownChanged();
      }
      if (trouble === null || trouble.retryAtMs === null || nowMs < trouble.retryAtMs) return;
      wake();
    },
    finish: async () => {
      wake();
      await working;
      stopped = true;
    },
    giveUp: (why) => {
      stopped = true;
      for (const entry of [...inHand, ...queue.take(ROOM_LIMITS.queueMost)]) {
        entry.answer({ ok: false, refusal: why });
      }
    },
  };
}
