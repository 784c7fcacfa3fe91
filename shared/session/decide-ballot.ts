import { closeIfEverybodyProposed } from './advance.ts';
import type { Command, Decision, DecisionContext } from './commands.ts';
import type { SessionEvent } from './events.ts';
import { pastDeadlineMs, sinceClosedMs } from './late.ts';
import { LIMITS } from './limits.ts';
import { lineage } from './lineage.ts';
import { ownSeat, type Student } from './own-seat.ts';
import { accept, begin, done, refuse, withFacts } from './progress.ts';
import { materialOf } from './setup.ts';
import { runningRound, runningStage, type Round, type SessionState, type Stage } from './state.ts';

type BallotCommand = Extract<Command, { kind: 'vote' | 'stop' | 'bet' }>;

/** A student who asks something of the running round, and may. */
type Asking = {
  readonly state: SessionState;
  readonly actor: Student;
  readonly context: DecisionContext;
  readonly stage: Stage;
  readonly round: Round;
};

/** What a student votes, bets, and where it would stop. A repeat gets the answer it got the first time. */
export function decideBallot(
  state: SessionState,
  actor: Student,
  command: BallotCommand,
  context: DecisionContext,
): Decision {
  const own = ownSeat(state, actor);
  if (own.kind === 'none') return refuse(own.why);
  if (own.kind === 'repeat') return accept();
  const stage = runningStage(state);
  const round = runningRound(state);
  if (stage === null || round === null) return refuse('not-now');
  if (state.clock.kind === 'paused') return refuse('paused');
  if (own.seat.muted) return refuse('muted');
  const asking = { state, actor, context, stage, round };
  switch (command.kind) {
    case 'vote':
      return vote(asking, command);
    case 'stop':
      return stop(asking, command);
    case 'bet':
      return bet(asking, command);
  }
}

function vote(asking: Asking, command: Extract<BallotCommand, { kind: 'vote' }>): Decision {
  const { state, actor, context, stage, round } = asking;
  if (stage.kind !== 'autopilot') return refuse('not-now');
  if (round.phase.kind === 'run') return refuse('late', sinceClosedMs(state, context));
  if (command.round !== round.id) return refuse('unknown-round');
  return handIn(asking, {
    type: 'voted',
    seat: actor.seat,
    round: round.id,
    vote: command.vote,
    intent: actor.intent,
  });
}

function bet(asking: Asking, command: Extract<BallotCommand, { kind: 'bet' }>): Decision {
  const { state, actor, context, stage, round } = asking;
  if (stage.kind !== 'test') return refuse('not-now');
  if (command.round !== round.id) return refuse('unknown-round');
  if (hasBeenAnswered(round, command.animal)) return refuse('late', sinceClosedMs(state, context));
  if (round.phase.kind !== 'bet' || round.phase.animal !== command.animal) return refuse('not-now');
  const { classNames } = materialOf(state.setup, stage.index).data;
  if (command.answer >= classNames.length) return refuse('bad-number');
  return handIn(asking, {
    type: 'bet-placed',
    seat: actor.seat,
    round: round.id,
    animal: command.animal,
    answer: command.answer,
    intent: actor.intent,
  });
}

function hasBeenAnswered({ phase }: Round, animal: number): boolean {
  switch (phase.kind) {
    case 'bet':
      return animal < phase.animal;
    case 'answer':
      return animal <= phase.animal;
    default:
      return phase.kind === 'score';
  }
}

/** The last one before the close stands, like a nudge. */
function handIn({ state, actor, context, round }: Asking, event: SessionEvent): Decision {
  const lateMs = pastDeadlineMs(state, round.phase, context);
  if (lateMs !== null) return refuse('late', lateMs);
  if ((round.nudgeCounts.get(actor.seat) ?? 0) >= LIMITS.nudgesPerSeatAndRound) return refuse('slow-down');
  return done(closeIfEverybodyProposed(withFacts(begin(state), event), context.sinceClockMs));
}

/** Once, and for good. It counts for the round the student saw when pressing, however long the message took. */
function stop(asking: Asking, command: Extract<BallotCommand, { kind: 'stop' }>): Decision {
  const { state, actor, context, stage, round } = asking;
  if (stage.kind !== 'stop' || state.activity.kind !== 'stage') return refuse('not-now');
  const { ballot } = state.activity;
  if (ballot.kind === 'stops' && ballot.stops.has(actor.seat)) return refuse('already-done');
  if (round.phase.kind !== 'run') return refuse('late', sinceClosedMs(state, context));
  const played = roundsPlayedAt(state, stage, round, command.round);
  if (played === null) return refuse('unknown-round');
  return accept({
    type: 'stopped',
    seat: actor.seat,
    round: command.round,
    played,
    intent: actor.intent,
  });
}

/** How many steps the machine had taken by a round of the running line; null where it is none of it. */
function roundsPlayedAt(state: SessionState, stage: Stage, running: Round, id: number): number | null {
  if (id === running.id && running.descent === null) return stage.roundsPlayed;
  const point = lineage(state.history).find(({ kind, round }) => kind === 'step' && round === id);
  return point?.stage.roundsPlayed ?? null;
}
