import { writeEvent } from '../../server/room/stored-event.ts';
import { proposalsOf } from '../../shared/bots/bot-nudges.ts';
import { petsLesson } from '../../shared/lessons/pets.ts';
import { sessionSetup } from '../../shared/lessons/lesson.ts';
import { createRng, seedFrom, type Rng } from '../../shared/math/rng.ts';
import type { JournalLine } from '../../shared/recording/chain.ts';
import type { Actor, Command } from '../../shared/session/commands.ts';
import { decide } from '../../shared/session/decide.ts';
import type { SessionEvent } from '../../shared/session/events.ts';
import { evolve, openedState } from '../../shared/session/evolve.ts';
import { seatNumber, type SeatNumber } from '../../shared/session/ids.ts';
import { openSession } from '../../shared/session/open-session.ts';
import { runningRound, runningStage, type SessionState } from '../../shared/session/state.ts';

export type LongClass = { readonly steps: number; readonly seats: number; readonly seed: number };

const MORNING_MS = Date.UTC(2026, 9, 5, 8, 30);
const TEACHER: Actor = { role: 'teacher' };
const ROOM: Actor = { role: 'room' };
/** Where the class nudges: a machine's rounds hold no nudges to seek among. */
const STAGES = petsLesson.stages.flatMap(({ kind }, index) =>
  ['autopilot', 'stop', 'test'].includes(kind) ? [] : [index],
);
/** How the class passes its time, in milliseconds. */
const PACE = { teacherReads: 2_500, betweenNudges: 400, marks: 1_000 } as const;
/** A page is reloaded, and calls itself otherwise, after some hundreds of intents. */
const INTENTS_PER_PAGE = 500;

/**
 * The journal of a class of the lesson `pets` (17 parameters), played through the real rules: in each of its rounds
 * every student proposes for every weight of its own, as well as the stage lets it know, at a moment of its own, while
 * the clock is marked each second as a room does. The same options, the same lines.
 */
export function* playLongClass({ steps, seats, seed }: LongClass): Generator<JournalLine> {
  const rng = createRng(seedFrom('long class', seed));
  const setup = sessionSetup(petsLesson, { language: 'es', seed });
  const [opened] = openSession(setup, 'KM47RX');
  let state = openedState(opened);
  let nowMs = MORNING_MS;
  let clockSetAtMs = nowMs;
  let version = 0;

  const write = (event: SessionEvent): JournalLine => ({
    version: ++version,
    epoch: 1,
    json: writeEvent(event, Math.round(nowMs)),
  });

  function* ask(actor: Actor, command: Command): Generator<JournalLine> {
    const decision = decide(state, actor, command, { sinceClockMs: nowMs - clockSetAtMs });
    if (!decision.ok) throw new Error(`${command.kind} was refused: ${decision.refusal.code}`);
    for (const event of decision.events) {
      const before = state;
      state = evolve(state, event);
      if (state.clock !== before.clock) clockSetAtMs = nowMs;
      yield write(event);
    }
  }

  /** Lets time pass, and marks the clock on the way. */
  function* wait(ms: number): Generator<JournalLine> {
    const untilMs = nowMs + ms;
    while (state.clock.kind === 'running' && clockSetAtMs + PACE.marks < untilMs) {
      nowMs = clockSetAtMs + PACE.marks;
      yield* ask(ROOM, { kind: 'mark-clock' });
    }
    nowMs = untilMs;
  }

  function* next(): Generator<JournalLine> {
    yield* wait(PACE.teacherReads * (0.5 + rng.next()));
    yield* ask(TEACHER, { kind: 'next', expected: state.serial });
  }

  yield write(opened);
  yield* ask(ROOM, { kind: 'teacher-connected' });
  for (let seat = 1; seat <= seats; seat++) {
    yield* ask({ role: 'newcomer' }, { kind: 'join', name: { name: `Nutria ${seat}`, free: false } });
    yield* ask(ROOM, { kind: 'seat-connected', seat: seatNumber(seat) });
  }
  const intents = pages(rng, seats);
  for (let step = 0; step < steps; step++) {
    const stage = STAGES[Math.floor((step * STAGES.length) / steps)];
    if (stage !== undefined && runningStage(state)?.index !== stage)
      yield* ask(TEACHER, { kind: 'enter-stage', expected: state.serial, stage });
    while (runningRound(state)?.phase.kind !== 'nudge') yield* next();
    for (const { seat, parameter, direction, size } of choices(state, rng)) {
      yield* wait(PACE.betweenNudges * rng.next());
      const round = state.roundCount;
      yield* ask(
        { role: 'student', seat, intent: intents(seat) },
        { kind: 'nudge', round, parameter, direction, size },
      );
    }
    if (runningRound(state)?.phase.kind !== 'adjust') yield* next();
  }
  yield* ask(TEACHER, { kind: 'end-session' });
}

type Choice = {
  readonly seat: SeatNumber;
  readonly parameter: number;
  readonly direction: -1 | 0 | 1;
  readonly size: 'small' | 'normal' | 'large';
};

/** What everybody proposes, in the order it arrives. */
function choices(state: SessionState, rng: Rng): readonly Choice[] {
  const stage = runningStage(state);
  if (stage === null) return [];
  return proposalsOf(state, stage, state.roundCount, () => true)
    .map(({ seat, parameter, nudge }) => ({ seat: seat.seat, parameter, ...nudge, at: rng.next() }))
    .sort((one, other) => one.at - other.at);
}

/** Numbers each seat's intents, page by page. */
function pages(rng: Rng, seats: number) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const name = (): string =>
    Array.from({ length: 16 }, () => alphabet[rng.below(alphabet.length)] ?? '').join('');
  const open = Array.from({ length: seats + 1 }, () => ({ instance: name(), seq: 0 }));
  return (seat: SeatNumber) => {
    const page = open[seat];
    if (page === undefined) throw new Error(`there is no seat ${seat}`);
    if (page.seq === INTENTS_PER_PAGE) Object.assign(page, { instance: name(), seq: 0 });
    page.seq += 1;
    return { ...page };
  };
}
