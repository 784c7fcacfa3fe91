import type { Actor, Command, Decision } from '../session/commands.ts';
import { decide } from '../session/decide.ts';
import type { BotStrategy, SessionEvent } from '../session/events.ts';
import { evolve, openedState } from '../session/evolve.ts';
import { seatNumber, type SeatNumber } from '../session/ids.ts';
import { openSession } from '../session/open-session.ts';
import type { PhaseKind } from '../session/phases.ts';
import type { RefusalCode } from '../session/refusals.ts';
import { EMPTY_ROSTER, withName, type Roster } from '../session/roster.ts';
import type { SessionSetup } from '../session/setup.ts';
import { runningRound, type SessionState } from '../session/state.ts';

export const TEACHER: Actor = { role: 'teacher' };
export const NEWCOMER: Actor = { role: 'newcomer' };
export const ROOM: Actor = { role: 'room' };

/**
 * A class without sockets or clocks: the real decide and evolve, one command after another, and all that came of it.
 * Whoever plays a class in memory (tests, the measure of playability) plays it here.
 */
export type Classroom = {
  readonly state: () => SessionState;
  readonly roster: () => Roster;
  /** Every fact since the class opened. */
  readonly facts: () => readonly SessionEvent[];
  readonly ask: (actor: Actor, command: Command, sinceClockMs?: number) => Decision;
  /** Asks, and throws when it is refused. */
  readonly must: (actor: Actor, command: Command, sinceClockMs?: number) => readonly SessionEvent[];
  /** The code of the refusal, or null when it was accepted. */
  readonly refused: (actor: Actor, command: Command, sinceClockMs?: number) => RefusalCode | null;
  readonly join: (count: number) => readonly SeatNumber[];
  readonly bots: (count: number, bot?: BotStrategy) => void;
  readonly next: () => readonly SessionEvent[];
  /** Presses the big button until the running round reaches a phase. */
  readonly reach: (phase: PhaseKind) => void;
  readonly enter: (stage: number) => void;
  readonly student: (seat: number) => Actor;
  readonly nudge: (seat: number, direction: -1 | 0 | 1, parameter?: number) => Command;
};

/** Opens a class of any setup. */
export function openClassroomWith(setup: SessionSetup): Classroom {
  const [opened] = openSession(setup, 'KM47RX');
  const facts: SessionEvent[] = [opened];
  let state = openedState(opened);
  let roster = EMPTY_ROSTER;
  let seq = 0;

  const ask = (actor: Actor, command: Command, sinceClockMs = 0): Decision => {
    const decision = decide(state, actor, command, { sinceClockMs });
    if (decision.ok) {
      for (const { seat, name } of decision.names) roster = withName(roster, seat, name);
      state = decision.events.reduce(evolve, state);
      facts.push(...decision.events);
    }
    return decision;
  };
  const must = (actor: Actor, command: Command, sinceClockMs = 0): readonly SessionEvent[] => {
    const decision = ask(actor, command, sinceClockMs);
    if (!decision.ok) throw new Error(`${command.kind} was refused: ${decision.refusal.code}`);
    return decision.events;
  };
  const refused = (actor: Actor, command: Command, sinceClockMs = 0): RefusalCode | null => {
    const decision = ask(actor, command, sinceClockMs);
    return decision.ok ? null : decision.refusal.code;
  };
  const next = (): readonly SessionEvent[] => must(TEACHER, { kind: 'next', expected: state.serial });

  return {
    state: () => state,
    roster: () => roster,
    facts: () => facts,
    ask,
    must,
    refused,
    next,
    join: (count) =>
      Array.from({ length: count }, () => {
        must(NEWCOMER, { kind: 'join', name: { name: `Nutria ${state.seats.size + 1}`, free: false } });
        const seat = seatNumber(state.seats.size);
        must(ROOM, { kind: 'seat-connected', seat });
        return seat;
      }),
    bots: (count, bot = { kind: 'probing', wrong: 0.2 }) => {
      const bots = Array.from({ length: count }, (_, index) => ({
        name: { name: `Bot ${index + 1}`, free: false },
        bot,
      }));
      must(TEACHER, { kind: 'fill-with-bots', bots });
    },
    reach: (phase) => {
      for (let presses = 0; runningRound(state)?.phase.kind !== phase; presses++) {
        if (presses > 20) throw new Error(`the round never reached ${phase}`);
        next();
      }
    },
    enter: (stage) => {
      must(TEACHER, { kind: 'enter-stage', expected: state.serial, stage });
    },
    student: (seat) => ({
      role: 'student',
      seat: seatNumber(seat),
      intent: { instance: 'test-page', seq: ++seq },
    }),
    nudge: (seat, direction, parameter) => ({
      kind: 'nudge',
      round: state.roundCount,
      parameter: parameter ?? state.owners.findIndex((seats) => seats.includes(seatNumber(seat))),
      direction,
      size: 'normal',
    }),
  };
}
