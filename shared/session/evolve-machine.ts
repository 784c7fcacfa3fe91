import type { Ballot } from './ballot.ts';
import { newRound, roundNamed, withApplied, withRound } from './filing.ts';
import type { IntentId } from './events.ts';
import type { SeatNumber } from './ids.ts';
import type { Descended, MachineEvent } from './machine-events.ts';
import type { HistoryPoint, SessionState, Stage } from './state.ts';

/** Files what happens where a machine descends, and where the class votes, stops and bets. */
export function evolveMachine(state: SessionState, event: MachineEvent): SessionState {
  const ballot = state.activity.kind === 'stage' ? state.activity.ballot : null;
  const round = roundNamed(state, event.round);
  switch (event.type) {
    case 'descended':
      return fileDescent(state, event);
    case 'voted':
      if (ballot?.kind !== 'votes') return state;
      return handIn(state, event, { ...ballot, votes: ballot.votes.with(event.seat, event.vote) });
    case 'stopped':
      if (ballot?.kind !== 'stops') return state;
      return handIn(state, event, { ...ballot, stops: ballot.stops.with(event.seat, event.played) });
    case 'bet-placed':
      if (ballot?.kind !== 'bets') return state;
      return handIn(state, event, { ...ballot, bets: ballot.bets.with(event.seat, event.answer) });
    case 'stops-revealed':
      return ballot?.kind === 'stops' ? withBallot(state, { ...ballot, revealed: event }) : state;
    case 'animal-answered':
      return ballot?.kind === 'bets'
        ? withBallot(state, { ...ballot, answered: [...ballot.answered, event] })
        : state;
    case 'example-explained':
      return round === null ? state : withRound(state, { ...round, example: event.example });
    case 'gradient-checked':
      return round === null ? state : withRound(state, { ...round, check: event.check });
  }
}

/**
 * A machine's step is a round: it takes over one that was only opened, or is the next. Steps by the clock leave the
 * serial as it is: nobody could press a button in time otherwise.
 */
function fileDescent(state: SessionState, event: Descended): SessionState {
  if (state.activity.kind !== 'stage') return state;
  const { cost, roundsPlayed } = state.activity.stage;
  const stage: Stage = {
    ...state.activity.stage,
    roundsPlayed: roundsPlayed + 1,
    cost: { forward: cost.forward + event.cost.forward, backward: cost.backward + event.cost.backward },
  };
  const { learningRate, batch, bounded, diverged } = event;
  const round = {
    ...newRound(event.round),
    phase: { kind: 'run' },
    descent: { learningRate, batch, bounded, diverged },
  } as const;
  const point: HistoryPoint = {
    kind: 'step',
    round: event.round,
    from: null,
    stage,
    figures: event.figures,
    parameters: event.parameters,
    takenBack: null,
    fast: event.takenBy === 'fast-forward' || event.clock === null,
  };
  return {
    ...state,
    activity: { ...state.activity, stage, round },
    clock: event.clock ?? state.clock,
    parameters: event.parameters,
    figures: event.figures,
    history: [...state.history, point],
    roundCount: Math.max(state.roundCount, event.round),
    serial: event.takenBy === 'clock' ? state.serial : state.serial + 1,
  };
}

type HandedIn = { readonly seat: SeatNumber; readonly round: number; readonly intent: IntentId | null };

function handIn(state: SessionState, event: HandedIn, ballot: Ballot): SessionState {
  const round = roundNamed(state, event.round);
  const filed = withBallot(state, ballot);
  const counted =
    round === null
      ? filed
      : withRound(filed, {
          ...round,
          nudgeCounts: round.nudgeCounts.with(event.seat, (round.nudgeCounts.get(event.seat) ?? 0) + 1),
        });
  return event.intent === null ? counted : withApplied(counted, event.seat, event.intent);
}

function withBallot(state: SessionState, ballot: Ballot): SessionState {
  return state.activity.kind === 'stage' ? { ...state, activity: { ...state.activity, ballot } } : state;
}
