import { botBets, botVotes } from '../bots/bot-ballots.ts';
import { botNudges } from '../bots/bot-nudges.ts';
import { answerAnimal } from './answer-animal.ts';
import { clockForPhase } from './clock.ts';
import { phaseClockMs } from './durations.ts';
import type { SessionEvent } from './events.ts';
import { openLayer } from './open-layer.ts';
import type { Phase } from './phases.ts';
import { withFacts, type Progress } from './progress.ts';
import { revealStops } from './reveal-stops.ts';
import { runningRound, runningStage, type SessionState, type Stage } from './state.ts';

/** The next phase of the running round, with its clock and all that it brings at once. */
export function enterPhase(progress: Progress, phase: Phase): Progress {
  const stage = runningStage(progress.state);
  const round = runningRound(progress.state);
  if (stage === null || round === null) return progress;
  const entered = withFacts(progress, {
    type: 'phase-entered',
    round: round.id,
    phase,
    clock: clockForPhase(progress.state.clock, phaseClockMs(progress.state, stage, phase)),
    backward: phase.kind === 'backward' ? openLayer(progress.state, stage, phase.layer) : null,
  });
  return withFacts(entered, ...broughtBy(entered.state, stage, round.id, phase));
}

/** Bots hand in at once; what a phase shows is computed as it begins. */
export function broughtBy(
  state: SessionState,
  stage: Stage,
  round: number,
  phase: Phase,
): readonly SessionEvent[] {
  switch (phase.kind) {
    case 'nudge':
      return botNudges(state, stage, round);
    case 'vote':
      return botVotes(state, stage, round);
    case 'bet':
      return botBets(state, stage, round, phase.animal);
    case 'answer':
      return answerAnimal(state, stage, round, phase.animal);
    case 'reveal':
      return revealStops(state, round);
    case 'predict':
    case 'compare':
    case 'backward':
    case 'adjust':
    case 'run':
    case 'score':
      return [];
  }
}
