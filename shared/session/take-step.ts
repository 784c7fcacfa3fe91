import { backward } from '../network/backward.ts';
import { effectsAlone } from '../network/probe.ts';
import { usualPolicy } from '../network/step-policy.ts';
import { nextStepSizes } from '../network/steps.ts';
import { applyMoves } from '../network/moves.ts';
import { caretakerNudge } from '../bots/caretaker.ts';
import { engineOf, figuresOf } from './engine.ts';
import type { Cost, StepTaken } from './events.ts';
import { aggregate, signedMultiple } from './nudges.ts';
import { seatOutcomes, type Proposals } from './seat-outcomes.ts';
import type { SessionState, Stage } from './state.ts';
import { counts, isMinded } from './waiting.ts';

/**
 * Everything one step does and what it did to the error. The only place where the class's network is computed:
 * the fact carries every number, and nobody has to compute them again.
 *
 * @param probes how many parameters were probed, each size of step counted by itself
 */
export function takeStep(
  state: SessionState,
  stage: Stage,
  round: number,
  proposals: Proposals,
  closedBy: StepTaken['closedBy'],
  probes: number,
): StepTaken {
  const engine = engineOf(state, stage);
  const before = state.parameters;
  const lossBefore = state.figures.loss;
  const { gradient } = backward(engine.topology, before, engine.training);
  const multiples = before.map((_, parameter) =>
    aggregatedMultiple(state, stage, round, parameter, proposals),
  );
  const step = applyMoves(before, stage.stepSizes, multiples);
  const figures = figuresOf(engine, step.parameters);
  const perParameter = [...effectsAlone(engine.topology, before, engine.training, step.moves)];
  return {
    type: 'step-taken',
    round,
    closedBy,
    multiples,
    moves: [...step.moves],
    parameters: [...step.parameters],
    bounded: step.bounded,
    stepSizes: [
      ...nextStepSizes(
        usualPolicy(stage.stepPolicy, state.settings.stepSize),
        stage.stepSizes,
        stage.lastMoves,
        step.moves,
      ),
    ],
    figures,
    effects: {
      together: figures.loss - lossBefore,
      sumAlone: perParameter.reduce((sum, value) => sum + value, 0),
      perParameter,
    },
    gradient: [...gradient],
    seats: closedBy === 'fast-forward' ? [] : seatOutcomes(state, stage, proposals, gradient, engine),
    cost: costOf(stage, probes),
  };
}

function aggregatedMultiple(
  state: SessionState,
  stage: Stage,
  round: number,
  parameter: number,
  proposals: Proposals,
): number {
  const standing = [...(proposals.get(parameter) ?? [])].filter(([seat]) => counts(state.seats.get(seat)));
  if (standing.length > 0)
    return aggregate(
      standing.map(([, nudge]) => nudge),
      state.settings.aggregation,
    );
  const owners = state.owners[parameter] ?? [];
  const minded = owners.every((seat) => isMinded(state.seats.get(seat)));
  return minded ? signedMultiple(caretakerNudge(state, stage, round, parameter)) : 0;
}

/**
 * Passes the round took: one forward to see the error; two more for each probe; one backward in `backprop`. Where a
 * machine descends or the class bets, no round is played by hand.
 */
function costOf(stage: Stage, probes: number): Cost {
  switch (stage.kind) {
    case 'autopilot':
    case 'stop':
    case 'test':
    case 'practice':
    case 'guess':
    case 'keep-if-better':
      return { forward: 1, backward: 0 };
    case 'probe':
      return { forward: 1 + 2 * probes, backward: 0 };
    case 'backprop':
      return { forward: 1, backward: 1 };
  }
}
