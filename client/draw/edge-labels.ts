import { pointAt, type Point } from './bezier.ts';
import type { EdgePlace, NeuronPlace } from './network-layout.ts';

/** A label to be placed somewhere along its edge. */
export type LabelWish = { readonly edge: EdgePlace; readonly width: number; readonly height: number };

export type LabelPlace = { readonly parameter: number; readonly centre: Point };

type Candidate = { readonly centre: Point; readonly badness: number };
type Choice = { readonly wish: LabelWish; readonly candidates: readonly Candidate[]; chosen: Candidate };
/** A label's edge as points along it: cheaper to ask than the curve, and asked thousands of times. */
type Traced = { readonly wish: LabelWish; readonly points: readonly Point[] };

/** Where along an edge a label may sit, and how often all labels reconsider. */
const FIRST_SPOT = 0.14;
const LAST_SPOT = 0.86;
const SPOTS = 25;
const PASSES = 6;
/** Points by which an edge is traced. */
const SAMPLES = 20;
/** What is worse: hiding another label, hiding a neuron, sitting on somebody else's edge, leaving the middle. */
const COST_OF_LABEL = 60;
const COST_OF_NEURON = 40;
const COST_OF_EDGE = 1.6;
const COST_OF_DISTANCE = 1.2;
/** Air kept around a label, in pixels. */
const AIR = 6;

/**
 * A place for every label so that labels hide neither each other nor neurons, and each sits where few other
 * edges pass. Every label starts at its best spot alone and then, a few times over, moves to the spot that is
 * best given where all the others are. The same wishes always give the same places.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  neurons: readonly NeuronPlace[],
): readonly LabelPlace[] {
  const layers = new Set(wishes.map(({ edge }) => edge.parameter.layer));
  return [...layers].flatMap((layer) =>
    placeLayer(
      wishes.filter(({ edge }) => edge.parameter.layer === layer),
      neurons.filter((neuron) => neuron.layer === layer || neuron.layer === layer - 1),
    ),
  );
}

/** Shares of two rectangles' area that lie on each other; 0 when they keep clear. */
export function overlap(a: Point, b: Point, width: number, height: number): number {
  const x = Math.max(0, width - Math.abs(a.x - b.x));
  const y = Math.max(0, height - Math.abs(a.y - b.y));
  return (x * y) / (width * height);
}

/** Labels of one gap between two layers: those of other gaps never meet them. */
function placeLayer(wishes: readonly LabelWish[], neurons: readonly NeuronPlace[]): readonly LabelPlace[] {
  const traced = wishes.map((wish): Traced => ({ wish, points: pointsAlong(wish.edge) }));
  const choices = traced.map(({ wish }): Choice => {
    const candidates = candidatesOf(wish, traced, neurons);
    return { wish, candidates, chosen: best(candidates, (candidate) => candidate.badness) };
  });
  for (let pass = 0; pass < PASSES; pass++) {
    for (const choice of choices) {
      choice.chosen = best(
        choice.candidates,
        (candidate) => candidate.badness + crowding(choice, candidate, choices),
      );
    }
  }
  return choices.map(({ wish, chosen }) => ({ parameter: wish.edge.parameter.index, centre: chosen.centre }));
}

function pointsAlong({ curve }: EdgePlace): readonly Point[] {
  return Array.from({ length: SAMPLES + 1 }, (_, index) => pointAt(curve, index / SAMPLES));
}

function candidatesOf(
  wish: LabelWish,
  all: readonly Traced[],
  neurons: readonly NeuronPlace[],
): readonly Candidate[] {
  return Array.from({ length: SPOTS }, (_, index) => {
    const t = FIRST_SPOT + ((LAST_SPOT - FIRST_SPOT) * index) / (SPOTS - 1);
    const centre = pointAt(wish.edge.curve, t);
    const crossed = all.filter((other) => other.wish !== wish && passesThrough(other, centre, wish)).length;
    const hidden = neurons.some((neuron) => touches(neuron, centre, wish)) ? 1 : 0;
    const badness = crossed * COST_OF_EDGE + hidden * COST_OF_NEURON + Math.abs(t - 0.5) * COST_OF_DISTANCE;
    return { centre, badness };
  });
}

function crowding(mine: Choice, candidate: Candidate, choices: readonly Choice[]): number {
  let cost = 0;
  for (const other of choices) {
    if (other === mine) continue;
    const width = (mine.wish.width + other.wish.width) / 2 + AIR;
    const height = (mine.wish.height + other.wish.height) / 2 + AIR;
    const share = overlap(candidate.centre, other.chosen.centre, width, height);
    if (share > 0) cost += COST_OF_LABEL * (0.3 + share);
  }
  return cost;
}

function passesThrough({ points }: Traced, centre: Point, { width, height }: LabelWish): boolean {
  return points.some(
    ({ x, y }) => Math.abs(x - centre.x) < width / 2 && Math.abs(y - centre.y) < height / 2 + 2,
  );
}

function touches(neuron: NeuronPlace, centre: Point, { width, height }: LabelWish): boolean {
  const x = Math.max(0, Math.abs(neuron.centre.x - centre.x) - width / 2);
  const y = Math.max(0, Math.abs(neuron.centre.y - centre.y) - height / 2);
  return Math.hypot(x, y) < neuron.radius + AIR / 2;
}

function best(candidates: readonly Candidate[], cost: (candidate: Candidate) => number): Candidate {
  let found: Candidate | undefined;
  let lowest = Infinity;
  for (const candidate of candidates) {
    const value = cost(candidate);
    if (value >= lowest) continue;
    lowest = value;
    found = candidate;
  }
  if (found === undefined) throw new Error('a label should have at least one finite spot to choose from');
  return found;
}
