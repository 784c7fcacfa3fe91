import { createBatch, type Batch } from '../network/batch.ts';
import { evaluate } from '../network/evaluate.ts';
import { createTopology, type NetworkSpec, type Topology } from '../network/topology.ts';
import type { Figures } from './events.ts';
import type { SessionData, StageMaterial } from './material.ts';
import { materialOf } from './setup.ts';
import type { SessionState, Stage } from './state.ts';

/** A network laid out with its data, ready to compute. It holds scratch memory, so nobody keeps results in it. */
export type Engine = {
  readonly topology: Topology;
  readonly training: Batch;
  readonly validation: Batch;
};

/** Laying out a network costs as much as a pass, and a session asks for the same few again and again. */
const engines = new WeakMap<SessionData, Map<string, Engine>>();

/** The engine of a network on the data of a material. */
export function engineFor({ data }: Pick<StageMaterial, 'data'>, spec: NetworkSpec): Engine {
  const known = engines.get(data) ?? new Map<string, Engine>();
  engines.set(data, known);
  const key = JSON.stringify(spec);
  const engine = known.get(key) ?? createEngine(data, spec);
  known.set(key, engine);
  return engine;
}

/** The engine of a stage, on what that stage is played on. */
export function engineOf({ setup }: Pick<SessionState, 'setup'>, stage: Stage): Engine {
  return engineFor(materialOf(setup, stage.index), stage.network);
}

/** Error and right answers of these parameters, on seen and on new examples. */
export function figuresOf(engine: Engine, parameters: readonly number[] | Float64Array): Figures {
  const seen = evaluate(engine.topology, parameters, engine.training);
  const fresh = evaluate(engine.topology, parameters, engine.validation);
  return {
    loss: seen.loss,
    accuracy: seen.accuracy,
    validationLoss: fresh.loss,
    validationAccuracy: fresh.accuracy,
  };
}

function createEngine(data: SessionData, spec: NetworkSpec): Engine {
  const topology = createTopology(spec);
  return {
    topology,
    training: createBatch(topology, data.training),
    validation: createBatch(topology, data.validation),
  };
}
