import { loadavg } from 'node:os';
import { expectSame } from './expect-same.ts';
import { createDescenso } from './engine-descenso.ts';
import { createObjectGraph } from './engine-object-graph.ts';
import {
  createSetups,
  numbersOf,
  taskOf,
  WORKS,
  type Engine,
  type EngineSetup,
  type Work,
} from './engine-setup.ts';
import { createTfjs } from './engine-tfjs.ts';
import { compare } from './stopwatch.ts';

/** Alternating rounds per comparison; their median counts. */
const ROUNDS = 11;

/** How far a peer's number may be from ours: the object graph has doubles too, TensorFlow.js has single precision. */
const TOLERANCE = { objectGraph: 1e-12, tfjs: 2e-5 } as const;

/** How fast the engine is beside two others doing the same work, after checking that all get the same numbers. */
export function benchEngine(json: boolean): void {
  for (const setup of createSetups()) {
    const ours = createDescenso(setup);
    const objectGraph = createObjectGraph(setup);
    const tfjs = createTfjs(setup);
    for (const work of WORKS) {
      expectSame(
        `${work} ${setup.name}, object graph`,
        numbersOf(ours, work),
        numbersOf(objectGraph, work),
        TOLERANCE.objectGraph,
      );
      expectSame(`${work} ${setup.name}, tfjs`, numbersOf(ours, work), numbersOf(tfjs, work), TOLERANCE.tfjs);
      report(measure(setup, work, ours, objectGraph, tfjs), json);
    }
  }
}

type Line = {
  readonly bench: 'engine';
  readonly work: Work;
  readonly network: string;
  readonly micros: number;
  readonly objectGraphRatio: number;
  readonly tfjsRatio: number;
  readonly load: number;
};

function measure(setup: EngineSetup, work: Work, ours: Engine, objectGraph: Engine, tfjs: Engine): Line {
  // One peer after the other: TensorFlow.js leaves garbage behind whose collection would be charged to the next.
  const toGraph = compare(taskOf(ours, work), taskOf(objectGraph, work), ROUNDS);
  const toTfjs = compare(taskOf(ours, work), taskOf(tfjs, work), ROUNDS);
  return {
    bench: 'engine',
    work,
    network: setup.name,
    micros: rounded(toGraph.micros),
    objectGraphRatio: rounded(toGraph.ratio),
    tfjsRatio: rounded(toTfjs.ratio),
    load: rounded(loadavg()[0] ?? 0),
  };
}

function report(line: Line, json: boolean): void {
  process.stdout.write(`${json ? JSON.stringify(line) : sentence(line)}\n`);
}

function sentence({ work, network, micros, objectGraphRatio, tfjsRatio }: Line): string {
  const time = `${micros.toFixed(1)} µs`.padStart(12);
  return `${work.padEnd(9)} ${network.padEnd(16)} ${time}   object graph ×${objectGraphRatio}   tfjs ×${tfjsRatio}`;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
