import type { Examples } from './batch.ts';
import { boundParameter, type Numbers } from './bounds.ts';
import { probe } from './probe.ts';
import type { Topology } from './topology.ts';

/** Small enough that the curve between the two probes is as good as straight, large enough for a double's digits. */
const CHECK_STEP = 1e-3;

/** The slope of the loss at one parameter as a probe finds it, without backpropagation. */
export type ProbedSlope = {
  readonly step: number;
  readonly probeDown: number;
  readonly probeUp: number;
  /** Central difference: (up − down) / distance. */
  readonly difference: number;
};

/** Tries the parameter a little to either side. At the bound of a parameter one of the two stays where it is. */
export function probeSlope(
  topology: Topology,
  parameters: Numbers,
  examples: Examples,
  parameter: number,
): ProbedSlope {
  const { down, up } = probe(topology, parameters, examples, parameter, CHECK_STEP);
  const value = parameters[parameter] ?? 0;
  const distance = boundParameter(value + CHECK_STEP) - boundParameter(value - CHECK_STEP);
  return { step: CHECK_STEP, probeDown: down, probeUp: up, difference: (up - down) / distance };
}

/** How much a probe of finite width may differ from the slope: a share of it, and where it is next to nothing. */
const TOLERANCE = 0.01;
const NEXT_TO_NOTHING = 1e-4;

/** Whether a probe and backpropagation found the same slope, as far as a probe can tell. */
export function findsSameSlope({
  difference,
  gradient,
}: {
  readonly difference: number;
  readonly gradient: number;
}): boolean {
  return Math.abs(difference - gradient) <= Math.max(NEXT_TO_NOTHING, TOLERANCE * Math.abs(gradient));
}
