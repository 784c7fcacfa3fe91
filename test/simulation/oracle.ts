import { INTAKE } from '../../server/limits.ts';
import { readEvent } from '../../server/room/stored-event.ts';
import { evolve, openedState } from '../../shared/session/evolve.ts';
import type { IntentId, SessionEvent } from '../../shared/session/events.ts';
import { seatNumber } from '../../shared/session/ids.ts';
import { LIMITS } from '../../shared/session/limits.ts';
import { REFUSAL_CODES } from '../../shared/session/refusals.ts';
import type { SessionState } from '../../shared/session/state.ts';
import type { Acknowledgement } from '../../shared/wire/down.ts';
import { Broken, expect } from './broken.ts';
import { createFairRounds } from './fair-rounds.ts';
import { inOrder, judgeFact, judgeOrigin } from './judge-fact.ts';
import type { Node } from './node.ts';
import type { KeptLine } from './store/durable.ts';
import type { Ear, Up } from './wire.ts';

/** The promise, watched from outside: what was acknowledged, beside what the journal holds. */
export type Oracle = {
  /** The state that the journal's events lead to. */
  readonly state: () => SessionState;
  readonly version: () => number;
  /** The seat that the key to this one opens now. */
  readonly seatNow: (seat: number) => number;
  /** What one page sends and hears. */
  readonly earOf: (page: PageOfSeat) => Ear;
  /** Cheap, after every step. Throws `Broken`. */
  readonly afterStep: (nodes: readonly Node[]) => void;
  /** What a page shows: it never goes back, unless to a server that has yet to learn that it lost the class. */
  readonly shown: (page: string, picture: At | null) => void;
  /** Every acknowledgement there ever was, once more. */
  readonly atRest: () => void;
};

export type PageOfSeat = {
  readonly name: string;
  readonly seat: number | null;
  readonly instance: () => string;
};

type At = { readonly epoch: number; readonly version: number };
type Fate = { readonly up: Up; readonly page: PageOfSeat; answer: Acknowledgement | null };
type Filed = { readonly version: number; readonly event: SessionEvent };

export function createOracle(lines: () => readonly KeptLine[]): Oracle {
  const fates = new Map<string, Fate>();
  const filed = new Map<string, Filed>();
  const pictures = new Map<string, At>();
  const rounds = createFairRounds();
  /** Which server wrote in each epoch. */
  const writers = new Map<number, string | undefined>();
  let state: SessionState | null = null;
  let version = 0;
  let epoch = 0;

  function current(): SessionState {
    if (state === null) throw new Error('the journal should begin with a fact before anybody looks at it');
    return state;
  }

  function file(line: KeptLine): void {
    expect('d', line.version === version + 1, () => `version ${line.version} follows ${version}`);
    expect('d', line.epoch >= epoch, () => `epoch ${line.epoch} follows ${epoch} at ${line.version}`);
    const writer = writers.get(line.epoch) ?? line.by;
    expect('d', writer === line.by, () => `${line.by} writes in the epoch of ${writer} at ${line.version}`);
    writers.set(line.epoch, line.by);
    ({ version, epoch } = line);
    const event = readEvent(line.json);
    if (state === null) {
      if (event.type !== 'session-opened') throw new Broken('d', `the journal begins with ${event.type}`);
      state = openedState(event);
      return;
    }
    judge(event, state, line.version);
    state = evolve(state, event);
    for (const seat of event.type === 'nudged' ? [state.seats.get(event.seat)] : []) {
      const most = Math.max(...[...(seat?.applied.values() ?? [[]])].map((numbers) => numbers.length));
      expect('f', most <= LIMITS.intentsRemembered, () => `${most} intents of a page are remembered`);
      expect('f', (seat?.applied.size ?? 0) <= LIMITS.pagesRemembered, () => 'too many pages are remembered');
    }
  }

  function judge(event: SessionEvent, before: SessionState, at: number): void {
    judgeFact(event, before, at);
    rounds.judge(event, before, at);
    if (event.type === 'seat-reclaimed')
      expect(
        'b',
        isAdmitted(event.by),
        () => `seat ${event.by} got seat ${event.seat} at ${at} by nobody's word`,
      );
    if (!('intent' in event) || event.intent === null) return;
    const key = keyOf(event.intent);
    const again = filed.get(key);
    expect('a', again === undefined, () => `${key} is filed at ${again?.version} and at ${at}`);
    filed.set(key, { version: at, event });
    const fate = fates.get(key);
    if (fate === undefined) throw new Broken('b', `${key} at ${at} was asked by nobody`);
    judgeOrigin(event, fate, before, at);
  }

  /** Whether the teacher has asked to let in who came to the door with this seat (T05). */
  function isAdmitted(seat: number): boolean {
    return [...fates.values()].some(
      ({ up, page }) =>
        page.seat === null && up.intent.kind === 'admit-seats' && seatsOf(up.intent).includes(seat),
    );
  }

  /** An answer against the facts: `ok` only for what is kept, and a refusal only for what is not. */
  function judgeAnswer(key: string, { up, answer }: Fate): void {
    if (answer === null) return;
    const kept = filed.get(key);
    if (!answer.ok) {
      expect('e', REFUSAL_CODES.includes(answer.refusal.code), () => `${key}: ${answer.refusal.code}`);
      expect(
        'e',
        kept === undefined,
        () =>
          `${key} (${up.intent.kind}) is filed at ${kept?.version}, and was refused as ${answer.refusal.code}`,
      );
      return;
    }
    expect('d', answer.version <= version, () => `${key} has version ${answer.version}, kept are ${version}`);
    if (!LEAVES_A_FACT.has(up.intent.kind)) return;
    expect(
      'a',
      kept !== undefined,
      () => `${key} (${up.intent.kind}) was acknowledged and is not in the journal`,
    );
  }

  function afterStep(nodes: readonly Node[]): void {
    const all = lines();
    expect('a', all.length >= version, () => `the journal shrank from ${version} events to ${all.length}`);
    const before = version;
    for (let next = all[version]; next !== undefined; next = all[version]) file(next);
    if (state !== null && version > before) rounds.settled(state);
    for (const socket of nodes.flatMap((node) => [...node.sockets()])) {
      const { states, bytes } = socket.unsent();
      expect('f', states <= STATES_WAITING_MOST, () => `${states} states wait for ${socket.id}`);
      expect(
        'f',
        bytes <= 2 * INTAKE.unsent.perSocket.bytesMost,
        () => `${bytes} bytes wait for ${socket.id}`,
      );
    }
  }

  return {
    state: current,
    seatNow: (seat) => state?.seats.get(seatNumber(seat))?.became ?? seat,
    version: () => version,
    afterStep,
    earOf: (page) => {
      const keyFor = ({ seq }: Up): string => keyOf({ instance: page.instance(), seq });
      let has: At | null = null;

      /** What a page is told of its class begins with all of it, and then leaves nothing out. */
      function follow(name: string, body: unknown): void {
        if (name.endsWith('-snapshot')) has = body as At; // told with every snapshot
        if (!name.endsWith('-frame')) return;
        const { epoch: frameEpoch, from, version: to } = body as At & { readonly from: number }; // told with every frame
        const now = has;
        const follows = now?.epoch === frameEpoch && (now.version === from || to <= now.version);
        expect('d', follows, () => `${page.name} has ${now?.version}, and is told what follows ${from}`);
        if (now !== null && to > now.version) has = { epoch: frameEpoch, version: to };
      }

      return {
        sent: (up) => {
          const key = keyFor(up);
          const before = fates.get(key);
          const same = before === undefined || inOrder(before.up.intent) === inOrder(up.intent);
          expect('e', same, () => `${key} is two intents of one number`);
          fates.set(key, before ?? { up, page, answer: null });
        },
        answered: (up, answer) => {
          const key = keyFor(up);
          const fate = fates.get(key);
          if (fate === undefined) throw new Broken('e', `${key} is answered, and was never asked`);
          if (!answer.ok && PASSING.has(answer.refusal.code)) return;
          // Of two answers the one that came first stands: the page has shown it.
          fate.answer ??= answer;
          afterStep([]);
          judgeAnswer(key, fate);
        },
        told: (name, body) => {
          const at = body as Partial<At>; // every message but `gone` says when
          follow(name, body);
          if (at.epoch === undefined || at.version === undefined) return;
          const itsVersion = at.version;
          afterStep([]);
          expect(
            'd',
            itsVersion <= version,
            () => `${page.name} is told of ${itsVersion}, kept are ${version}`,
          );
        },
      };
    },
    shown: (page, now) => {
      const before = pictures.get(page);
      if (now === null || now === before) return;
      pictures.set(page, now);
      const later =
        before === undefined ||
        now.epoch > before.epoch ||
        (now.epoch < before.epoch && now.epoch < epoch) ||
        (now.epoch === before.epoch && now.version >= before.version);
      const from = (): string => `${page} went back from ${before?.epoch}/${before?.version}`;
      expect('d', later, () => `${from()} to ${now.epoch}/${now.version}`);
    },
    atRest: () => {
      for (const [key, fate] of fates) judgeAnswer(key, fate);
    },
  };
}

/** A line that fell behind holds one, and what it was sent by itself when it came. */
const STATES_WAITING_MOST = 1;
const LEAVES_A_FACT: ReadonlySet<string> = new Set(['nudge', 'guess-arrow', 'vote', 'bet', 'stop']);
/** The link offers these again by itself. */
const PASSING: ReadonlySet<string> = new Set(['saving', 'store-full', 'slow-down']);

function keyOf({ instance, seq }: IntentId): string {
  return `${instance}:${seq}`;
}

function seatsOf(intent: Up['intent']): readonly number[] {
  return (intent as { readonly seats?: readonly number[] }).seats ?? []; // as the teacher's intents have them
}
