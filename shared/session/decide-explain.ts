import { probeSlope } from '../network/gradient-check.ts';
import type { Command, Decision } from './commands.ts';
import { engineOf } from './engine.ts';
import type { GradientCheck } from './machine-events.ts';
import { accept, refuse } from './progress.ts';
import { materialOf } from './setup.ts';
import {
  explainedParameters,
  runningRound,
  runningStage,
  type Round,
  type SessionState,
  type Stage,
} from './state.ts';

type ExplainCommand = Extract<Command, { kind: 'explain-example' | 'check-gradient' }>;

/** What the teacher asks of backprop: whose numbers to show, and whether its gradient is right. */
export function decideExplain(state: SessionState, command: ExplainCommand): Decision {
  const stage = runningStage(state);
  const round = runningRound(state);
  if (stage?.kind !== 'backprop' || round === null) return refuse('not-now');
  switch (command.kind) {
    case 'explain-example':
      return explain(state, stage, round, command.example);
    case 'check-gradient':
      return command.parameter === null ? filed(round, null) : check(state, stage, round, command.parameter);
  }
}

function explain(state: SessionState, stage: Stage, round: Round, example: number | null): Decision {
  const { training } = materialOf(state.setup, stage.index).data;
  if (example !== null && example >= training.length) return refuse('bad-number');
  return accept({ type: 'example-explained', round: round.id, example });
}

/** Only once the parameter's layer is open: the difference would tell its gradient. */
function check(state: SessionState, stage: Stage, round: Round, parameter: number): Decision {
  const { topology, training } = engineOf(state, stage);
  const place = topology.parameters[parameter];
  if (place === undefined) return refuse('unknown-parameter');
  const opened = round.opened.get(place.layer);
  const first = topology.layers[place.layer - 1]?.weightStart ?? 0;
  const gradient = opened?.gradient[parameter - first];
  if (gradient === undefined) return refuse('not-now');
  const slope = probeSlope(topology, explainedParameters(state, round), training, parameter);
  return filed(round, { parameter, ...slope, gradient });
}

function filed(round: Round, checked: GradientCheck | null): Decision {
  return accept({ type: 'gradient-checked', round: round.id, check: checked });
}
