import fc from 'fast-check';
import type { JournalLine } from '../../shared/recording/chain.ts';
import { seatNumber } from '../../shared/session/ids.ts';
import { parametersOf, runningRound } from '../../shared/session/state.ts';
import type { SettingsPatch } from '../../shared/session/settings.ts';
import { NEWCOMER, ROOM, TEACHER, type Classroom } from './classroom.ts';
import { journalOf } from './journal-lines.ts';
import { openMachineClass, STAGE } from './machine-lesson.ts';

/** What a class may do next, sensible or not: what is refused leaves no fact. */
type Act = (room: Classroom, which: number) => unknown;

const AGGREGATIONS = ['mean', 'majority', 'median'] as const;
const POLICIES = ['fixed', 'cooling', 'adaptive'] as const;
const CARETAKERS = ['hold', 'probe', 'gradient'] as const;
const CLOSE_RULES = ['all', 'ninety-percent', 'teacher'] as const;
const SIZES = ['small', 'normal', 'large'] as const;
const STRATEGIES = ['random', 'probing', 'gradient', 'contrary'] as const;

function pick<Value>(values: readonly [Value, ...Value[]], which: number): Value {
  return values[which % values.length] ?? values[0];
}

function someSeat(which: number) {
  return seatNumber((which % 14) + 1);
}

/** How long after the clock was last set something is asked: mostly at once, now and then when it has run out. */
function someTime(which: number): number {
  return which % 5 === 0 ? (which * 97) % 26_000 : 0;
}

const press: Act = (room) => room.ask(TEACHER, { kind: 'next', expected: room.state().serial });

/** Everybody proposes for all it owns, each in a way of its own; the last one may close the round. */
const everybodyNudges: Act = (room, which) => {
  const round = runningRound(room.state());
  if (round?.phase.kind !== 'nudge') return;
  for (const seat of room.state().seats.keys()) {
    for (const parameter of parametersOf(room.state().owners, seat)) {
      const direction = pick([-1, 0, 1] as const, which + seat + parameter);
      room.ask(room.student(seat), {
        kind: 'nudge',
        round: round.id,
        parameter,
        direction,
        size: pick(SIZES, which + parameter),
      });
    }
  }
};

/** On to the phase of proposals, everybody's, and the step. */
const wholeRound: Act = (room, which) => {
  for (let presses = 0; presses < 12 && runningRound(room.state())?.phase.kind !== 'nudge'; presses++)
    press(room, which);
  everybodyNudges(room, which);
  press(room, which);
};

const enterMachineStage: Act = (room, which) =>
  room.ask(TEACHER, {
    kind: 'enter-stage',
    expected: room.state().serial,
    stage: pick([STAGE.autopilot, STAGE.stop, STAGE.test], which),
    start: pick([null, null, 'pinned', 'continue'] as const, which),
  });

/** Whatever a seat may hand in besides nudges, and what it may not just then. */
function handIn(room: Classroom, seat: ReturnType<typeof seatNumber>, which: number, sinceClockMs = 0): void {
  const round = runningRound(room.state());
  if (round === null) return;
  const phase = round.phase.kind;
  const animal = 'animal' in round.phase ? round.phase.animal : 0;
  room.ask(
    room.student(seat),
    phase === 'vote' || (phase !== 'bet' && which % 7 === 0)
      ? { kind: 'vote', round: round.id, vote: pick(['slow', 'fast', 'explodes'] as const, which) }
      : phase === 'bet' || which % 7 === 1
        ? { kind: 'bet', round: round.id, animal: which % 11 === 0 ? animal + 1 : animal, answer: which % 2 }
        : { kind: 'stop', round: Math.max(1, round.id - (which % 4)) },
    sinceClockMs,
  );
}

const everybodyHandsIn: Act = (room, which) => {
  for (const seat of room.state().seats.keys()) handIn(room, seat, which + seat);
};

/** The machine's clock runs out, now and then late. */
const tick: Act = (room, which) => {
  const { clock, serial } = room.state();
  const leftMs = clock.kind === 'running' ? clock.remainingMs : 0;
  room.ask(ROOM, { kind: 'clock-ran-out', expected: serial }, Math.max(0, leftMs) + (which % 4) * 170);
};

const ACTS: readonly Act[] = [
  wholeRound,
  wholeRound,
  wholeRound,
  wholeRound,
  press,
  press,
  press,
  press,
  everybodyNudges,
  everybodyNudges,
  (room, which) => room.ask(room.student(someSeat(which)), room.nudge(someSeat(which), 1), someTime(which)),
  (room, which) => room.ask(room.student(someSeat(which)), room.nudge(someSeat(which), 0, which % 17)),
  (room, which) => {
    const { roundCount, owners } = room.state();
    const parameter = owners.findIndex((seats) => seats.includes(someSeat(which)));
    const direction = pick([-1, 0, 1] as const, which);
    room.ask(room.student(someSeat(which)), { kind: 'guess-arrow', round: roundCount, parameter, direction });
  },
  (room, which) =>
    room.ask(TEACHER, { kind: 'enter-stage', expected: room.state().serial, stage: which % 8 }),
  enterMachineStage,
  enterMachineStage,
  everybodyHandsIn,
  everybodyHandsIn,
  tick,
  tick,
  (room, which) => handIn(room, someSeat(which), which, someTime(which)),
  (room, which) => turn(room, { learningRate: pick([0.01, 0.5, 30, 1_000] as const, which) }, which),
  (room, which) => turn(room, { batchSize: pick([null, 1, 7, 500] as const, which) }, which),
  (room, which) => turn(room, { machineSpeed: pick([0, 1, 2, 20] as const, which) }, which),
  (room, which) =>
    room.ask(TEACHER, { kind: 'explain-example', example: which % 3 === 0 ? null : which % 70 }),
  (room, which) =>
    room.ask(TEACHER, { kind: 'check-gradient', parameter: which % 4 === 0 ? null : which % 20 }),
  (room, which) =>
    room.ask(TEACHER, { kind: 'fast-forward', expected: room.state().serial, rounds: (which % 5) + 1 }),
  (room, which) => room.ask(TEACHER, { kind: 'go-back', expected: room.state().serial, point: which % 9 }),
  (room) => room.ask(TEACHER, { kind: 'practice', expected: room.state().serial }),
  (room, which) => room.ask(TEACHER, { kind: 'pause' }, someTime(which)),
  (room, which) => room.ask(TEACHER, { kind: 'attention', on: which % 2 === 0 }, someTime(which)),
  (room) => room.ask(TEACHER, { kind: 'resume' }),
  (room, which) => room.ask(TEACHER, { kind: 'more-time' }, someTime(which)),
  (room, which) => room.ask(ROOM, { kind: 'mark-clock' }, which * 10),
  (room, which) => room.ask(ROOM, { kind: 'server-slept' }, someTime(which)),
  (room) => room.ask(ROOM, { kind: 'clock-ran-out', expected: room.state().serial }, 700_000),
  (room, which) => room.ask(ROOM, { kind: 'seat-disconnected', seat: someSeat(which) }, someTime(which)),
  (room, which) => room.ask(ROOM, { kind: 'seat-connected', seat: someSeat(which) }),
  (room, which) => room.ask(ROOM, { kind: 'absence-grace-over', seat: someSeat(which) }),
  (room, which) =>
    room.ask(ROOM, which % 2 === 0 ? { kind: 'teacher-connected' } : { kind: 'teacher-disconnected' }),
  (room, which) => room.ask(TEACHER, { kind: 'remove-seat', seat: someSeat(which) }, someTime(which)),
  (room, which) => room.ask(TEACHER, { kind: 'restore-seat', seat: someSeat(which) }),
  (room, which) =>
    room.ask(TEACHER, { kind: 'mute-seat', seat: someSeat(which), muted: which % 3 !== 0 }, someTime(which)),
  (room, which) => room.ask(room.student(someSeat(which)), { kind: 'leave' }, someTime(which)),
  (room, which) => {
    room.ask(TEACHER, { kind: 'reassign', seat: someSeat(which), parameter: which % 17 });
  },
  (room, which) => {
    const name = { name: `Nutria ${which}`, free: false };
    room.ask(TEACHER, { kind: 'rename-seat', seat: someSeat(which), name });
  },
  (room, which) => {
    const bot = { kind: pick(STRATEGIES, which), wrong: 0.3 };
    const name = { name: `Bot ${which}`, free: false };
    const bots = Array.from({ length: (which % 3) + 1 }, () => ({ name, bot }));
    room.ask(TEACHER, { kind: 'fill-with-bots', bots });
  },
  (room) => room.ask(TEACHER, { kind: 'remove-bots' }),
  (room, which) => {
    const name = { name: `Nutria ${which}`, free: false };
    room.ask(NEWCOMER, { kind: 'join', name });
  },
  (room, which) => turn(room, { stepSize: 0.1 + (which % 9) / 3 }, which),
  (room, which) => turn(room, { stepPolicy: pick(POLICIES, which) }, which),
  (room, which) => turn(room, { aggregation: pick(AGGREGATIONS, which) }, which),
  (room, which) => turn(room, { caretaker: pick(CARETAKERS, which), namesOnEdges: which % 2 === 0 }, which),
  (room, which) => turn(room, { closeRule: pick(CLOSE_RULES, which) }, which),
  (room, which) =>
    turn(room, { pace: which % 2 === 0 ? { kind: 'manual' } : { kind: 'automatic', speed: 2 } }, which),
  (room, which) => turn(room, { roundSeconds: which % 3 === 0 ? null : 20, closeRule: 'all' }, which),
  (room, which) => room.ask(TEACHER, { kind: 'lock', locked: which % 4 === 0 }),
  (room, which) => room.ask(TEACHER, { kind: 'new-code', code: `KM47R${which % 10}` }),
  (room, which) => room.ask(TEACHER, { kind: 'spotlight', parameter: which % 17 }),
  (room, which) => room.ask(TEACHER, { kind: 'blank-screen', blank: which % 2 === 0 }),
  (room, which) => which % 9 === 0 && room.ask(TEACHER, { kind: 'end-session' }),
];

function turn(room: Classroom, patch: SettingsPatch, which: number): void {
  room.ask(TEACHER, { kind: 'change-settings', patch }, someTime(which));
}

/** What is done in a class, as numbers: small enough to be printed when a test fails. */
export type Plan = {
  readonly acts: readonly (readonly [what: number, which: number])[];
  readonly seed: number;
};

/** Any class that may have been. */
export const anyPlan: fc.Arbitrary<Plan> = fc.record({
  acts: fc.array(fc.tuple(fc.nat({ max: ACTS.length }), fc.nat({ max: 500 })), {
    minLength: 1,
    maxLength: 150,
    size: 'max',
  }),
  seed: fc.nat({ max: 1_000 }),
});

/** Plays a class of six students and four bots; now and then the server is started again. */
export function playBusyClass({ acts, seed }: Plan): readonly JournalLine[] {
  const room = openMachineClass({ seed });
  const restartsAt: number[] = [];
  room.must(ROOM, { kind: 'teacher-connected' });
  room.join(6);
  room.bots(4);
  for (const [what, which] of acts) {
    const act = ACTS[what % (ACTS.length + 1)];
    if (act !== undefined) act(room, which);
    else {
      restartsAt.push(room.facts().length);
      room.ask(ROOM, { kind: 'room-opened' });
    }
  }
  return journalOf(room.facts(), restartsAt);
}
