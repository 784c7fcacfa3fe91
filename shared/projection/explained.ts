import { chainsOf, type Chain } from '../network/chain.ts';
import { hardestExample } from '../network/hardest-example.ts';
import { engineOf, type Engine } from '../session/engine.ts';
import { materialOf } from '../session/setup.ts';
import { explainedParameters, type Round, type SessionState, type Stage } from '../session/state.ts';
import { revealIn } from './reveal.ts';
import type { ExplainedSection } from './views.ts';

/** The example whose numbers `backprop` shows in this round: the teacher's choice, or the one that pulls hardest. */
export function explainedSection(
  state: SessionState,
  stage: Stage | null,
  round: Round | null,
): ExplainedSection {
  if (stage === null || round === null || !revealIn(stage.kind).gradient) return null;
  const index = round.example ?? explanationOf(state, stage, round).hardest();
  const example = materialOf(state.setup, stage.index).data.training[index];
  if (example === undefined) return null;
  return {
    example: index,
    features: example.features,
    target: example.target,
    chosen: round.example !== null,
  };
}

/** The chain at one parameter for that example, and the mean over all; null until the parameter's layer is open. */
export function insideOf(
  state: SessionState,
  stage: Stage,
  round: Round,
  parameter: number,
): (Chain & { readonly gradient: number }) | null {
  const { topology } = engineOf(state, stage);
  const layer = topology.parameters[parameter]?.layer ?? 0;
  const first = topology.layers[layer - 1]?.weightStart ?? 0;
  const gradient = round.opened.get(layer)?.gradient[parameter - first];
  const explained = explainedSection(state, stage, round);
  if (gradient === undefined || explained === null) return null;
  const chain = explanationOf(state, stage, round).chains(explained.example)[parameter];
  return chain === undefined ? null : { ...chain, gradient };
}

type Explanation = {
  readonly hardest: () => number;
  readonly chains: (example: number) => readonly Chain[];
};

/** Asked for once by every seat of the class; the same parameters always give the same answer. */
const explanations = new WeakMap<Engine, WeakMap<readonly number[], Explanation>>();

function explanationOf(state: SessionState, stage: Stage, round: Round): Explanation {
  const engine = engineOf(state, stage);
  const parameters = explainedParameters(state, round);
  const known = explanations.get(engine) ?? new WeakMap<readonly number[], Explanation>();
  explanations.set(engine, known);
  const explanation = known.get(parameters) ?? explain(state, stage, engine, parameters);
  known.set(parameters, explanation);
  return explanation;
}

function explain(
  state: SessionState,
  stage: Stage,
  engine: Engine,
  parameters: readonly number[],
): Explanation {
  const { training } = materialOf(state.setup, stage.index).data;
  const chains = new Map<number, readonly Chain[]>();
  let hardest: number | null = null;
  return {
    hardest: () => (hardest ??= hardestExample(engine.topology, parameters, engine.training)),
    chains: (index) => {
      const example = training[index];
      const known =
        chains.get(index) ?? (example === undefined ? [] : chainsOf(engine.topology, parameters, example));
      chains.set(index, known);
      return known;
    },
  };
}
