import { asBatch, type Batch, type Examples } from './batch.ts';
import { loadParameters, type Numbers } from './bounds.ts';
import { readColumn } from './columns.ts';
import { runForward } from './forward-pass.ts';
import { isRight } from './is-right.ts';
import { meanLoss } from './losses.ts';
import type { Topology } from './topology.ts';

export type Evaluation = {
  /** Mean over the examples; 0 when there are none. */
  readonly loss: number;
  /** Share of right answers, 0 … 1; 0 when there are no examples. */
  readonly accuracy: number;
  readonly correct: number;
};

/** How well the network answers the examples. */
export function evaluate(topology: Topology, parameters: Numbers, examples: Examples): Evaluation {
  const batch = asBatch(topology, examples);
  loadParameters(topology, parameters, batch.parameters);
  runForward(batch);
  const correct = countRight(batch);
  return { loss: meanLoss(batch), accuracy: correct / Math.max(1, batch.count), correct };
}

/** The mean loss alone, which costs less. */
export function lossOf(topology: Topology, parameters: Numbers, examples: Examples): number {
  const batch = asBatch(topology, examples);
  loadParameters(topology, parameters, batch.parameters);
  runForward(batch);
  return meanLoss(batch);
}

function countRight({ topology, count, output, targets }: Batch): number {
  const answer = new Float64Array(output.slice.outputs);
  const target = new Float64Array(output.slice.outputs);
  let right = 0;
  for (let example = 0; example < count; example++) {
    readColumn(output.activations, example, answer);
    readColumn(targets, example, target);
    if (isRight(topology.spec.output, answer, target)) right++;
  }
  return right;
}
