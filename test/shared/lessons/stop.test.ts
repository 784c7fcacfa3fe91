import { describe, expect, it } from 'vitest';
import { makeDataSet } from '../../../shared/datasets/make-data-set.ts';
import { LESSONS } from '../../../shared/lessons/catalogue.ts';
import type { Lesson } from '../../../shared/lessons/lesson.ts';
import { backward } from '../../../shared/network/backward.ts';
import { evaluate, type Evaluation } from '../../../shared/network/evaluate.ts';
import { gradientDescent } from '../../../shared/network/moves.ts';
import { createTopology } from '../../../shared/network/topology.ts';

const STOPS = LESSONS.flatMap(({ id, stages }) =>
  stages.flatMap((stage, index) =>
    stage.kind === 'stop' ? [[`${id}, stage ${index + 1}`, stage] as const] : [],
  ),
);

type Run = {
  readonly seen: readonly Evaluation[];
  readonly fresh: readonly Evaluation[];
  readonly best: number;
};

/** What the machine does in the stage, at a multiple of its learning rate. */
function run({ material, machine, rounds }: Lesson['stages'][number], multiple = 1): Run {
  if (material === null || machine === null) throw new Error('a stop has a network and a machine of its own');
  const topology = createTopology(material.network);
  const { training, validation } = makeDataSet(material.data, material.network.output);
  let parameters: Float64Array = Float64Array.from(material.start);
  const seen = [evaluate(topology, parameters, training)];
  const fresh = [evaluate(topology, parameters, validation)];
  for (let round = 1; round <= rounds; round++) {
    const { gradient } = backward(topology, parameters, training);
    parameters = gradientDescent(parameters, gradient, machine.learningRate * multiple).parameters;
    seen.push(evaluate(topology, parameters, training));
    fresh.push(evaluate(topology, parameters, validation));
  }
  const losses = fresh.map(({ loss }) => loss);
  return { seen, fresh, best: losses.indexOf(Math.min(...losses)) };
}

describe.each(STOPS)('knowing when to stop: %s', (_, stage) => {
  const { seen, fresh, best } = run(stage);
  const [atBest, atEnd] = [fresh[best], fresh[fresh.length - 1]];

  it('has few animals, a network larger than they need, and a minute to watch it', () => {
    expect(stage.material?.data).toMatchObject({ sizes: { training: expect.any(Number) } });
    expect(seen.length - 1).toBe(60);
    expect(stage.machine).toMatchObject({ batchSize: null, machineSpeed: 1 });
  });

  it('starts like a coin', () => {
    expect(seen[0]?.accuracy).toBeGreaterThanOrEqual(0.43);
    expect(seen[0]?.accuracy).toBeLessThanOrEqual(0.57);
    expect(Math.abs((fresh[0]?.accuracy ?? 0) - 0.5)).toBeLessThanOrEqual(0.05);
  });

  it('turns between rounds 4 and 25, and is a quarter worse or more by round 60', () => {
    expect(best).toBeGreaterThanOrEqual(4);
    expect(best).toBeLessThanOrEqual(25);
    expect((atEnd?.loss ?? 0) / (atBest?.loss ?? 1)).toBeGreaterThanOrEqual(1.4);
    expect((atBest?.accuracy ?? 0) - (atEnd?.accuracy ?? 0)).toBeGreaterThanOrEqual(0.05);
  });

  it('gives nothing away meanwhile: what has been seen only ever gets better, until all is right', () => {
    expect(seen.every(({ loss }, round) => round === 0 || loss <= (seen[round - 1]?.loss ?? 0))).toBe(true);
    expect(seen[60]?.accuracy).toBe(1);
  });

  it.each([0.75, 4 / 3])('turns as well when the machine is %f times as fast', (multiple) => {
    const other = run(stage, multiple);
    expect(other.best).toBeGreaterThanOrEqual(4);
    expect(other.best).toBeLessThanOrEqual(25);
    expect((other.fresh[60]?.loss ?? 0) / (other.fresh[other.best]?.loss ?? 1)).toBeGreaterThanOrEqual(1.25);
  });
});

it('the two stops of one lesson turn at rounds far apart: the right round is no number to learn', () => {
  const [first, second] = STOPS.filter(([name]) => name.startsWith('stop,')).map(
    ([, stage]) => run(stage).best,
  );
  expect(Math.abs((first ?? 0) - (second ?? 0))).toBeGreaterThanOrEqual(5);
});
