import { probe } from '../network/probe.ts';
import { closeIfEverybodyProposed } from './advance.ts';
import type { Command, Decision, DecisionContext } from './commands.ts';
import { engineOf } from './engine.ts';
import type { Probe } from './events.ts';
import { pastDeadlineMs, sinceClosedMs } from './late.ts';
import { LIMITS } from './limits.ts';
import { sizeMultiple, type NudgeSize } from './nudges.ts';
import { ownSeat, type Student } from './own-seat.ts';
import { accept, begin, done, refuse, withFacts } from './progress.ts';
import type { RefusalCode } from './refusals.ts';
import { runningRound, runningStage, type Round, type Seat, type SessionState, type Stage } from './state.ts';

type NudgeCommand = Extract<Command, { kind: 'nudge' }>;
type GuessCommand = Extract<Command, { kind: 'guess-arrow' }>;

/** What a seat proposes, or guesses, for a parameter of its own. A repeat gets the answer it got the first time. */
export function decideNudge(
  state: SessionState,
  actor: Student,
  command: NudgeCommand | GuessCommand,
  context: DecisionContext,
): Decision {
  const own = ownSeat(state, actor);
  if (own.kind === 'none') return refuse(own.why);
  if (own.kind === 'repeat') return accept();
  const stage = runningStage(state);
  const round = runningRound(state);
  if (stage === null || round === null) return refuse('not-now');
  const problem = whyNot(state, own.seat, round, command);
  if (problem !== null) return refuse(problem);
  return command.kind === 'nudge'
    ? nudge(state, stage, round, actor, command, context)
    : guess(state, stage, round, actor, command);
}

/** What is wrong with it whatever the phase. */
function whyNot(
  state: SessionState,
  seat: Seat,
  round: Round,
  command: NudgeCommand | GuessCommand,
): RefusalCode | null {
  if (command.round !== round.id) return 'unknown-round';
  if (state.clock.kind === 'paused') return 'paused';
  if (seat.muted) return 'muted';
  const owners = state.owners[command.parameter];
  if (owners === undefined) return 'unknown-parameter';
  if (!owners.includes(seat.seat)) return 'not-owner';
  return null;
}

function nudge(
  state: SessionState,
  stage: Stage,
  round: Round,
  actor: Student,
  command: NudgeCommand,
  context: DecisionContext,
): Decision {
  if (round.phase.kind === 'adjust') return refuse('late', sinceClosedMs(state, context));
  if (round.phase.kind !== 'nudge') return refuse('not-now');
  const lateMs = pastDeadlineMs(state, round.phase, context);
  if (lateMs !== null) return refuse('late', lateMs);
  if ((round.nudgeCounts.get(actor.seat) ?? 0) >= LIMITS.nudgesPerSeatAndRound) return refuse('slow-down');
  const filed = withFacts(begin(state), {
    type: 'nudged',
    seat: actor.seat,
    round: round.id,
    parameter: command.parameter,
    nudge: { direction: command.direction, size: command.size },
    probe: stage.kind === 'probe' ? probed(state, stage, command.parameter, command.size) : null,
    intent: actor.intent,
  });
  return done(closeIfEverybodyProposed(filed, context.sinceClockMs));
}

/** The exact error either way, for the size that was chosen. */
function probed(state: SessionState, stage: Stage, parameter: number, size: NudgeSize): Probe {
  const engine = engineOf(state, stage);
  const step = (stage.stepSizes[parameter] ?? 0) * sizeMultiple(size);
  return probe(engine.topology, state.parameters, engine.training, parameter, step);
}

/** Guessing an arrow is open until the parameter's own layer is. */
function guess(
  state: SessionState,
  stage: Stage,
  round: Round,
  actor: Student,
  command: GuessCommand,
): Decision {
  const { topology } = engineOf(state, stage);
  const layer = topology.parameters[command.parameter]?.layer ?? 0;
  if (stage.kind !== 'backprop' || round.opened.has(layer) || round.outcome !== null)
    return refuse('not-now');
  return accept({
    type: 'arrow-guessed',
    seat: actor.seat,
    round: round.id,
    parameter: command.parameter,
    direction: command.direction,
    intent: actor.intent,
  });
}
