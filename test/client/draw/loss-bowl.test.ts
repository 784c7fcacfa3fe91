import { describe, expect, it } from 'vitest';
import { bowlShapes, lossBowl } from '../../../client/draw/loss-bowl.ts';
import { makeDataSet } from '../../../shared/datasets/make-data-set.ts';
import { lineLesson } from '../../../shared/lessons/line.ts';
import { petsLesson } from '../../../shared/lessons/pets.ts';
import { lossOf } from '../../../shared/network/evaluate.ts';
import { createTopology } from '../../../shared/network/topology.ts';

const { network, data, start } = lineLesson;
const { training } = makeDataSet(data, network.output);
const topology = createTopology(network);
const bowl = lossBowl(network, training);

describe('the error of the smallest network, as a bowl', () => {
  it('is as high everywhere as the network’s error there', () => {
    for (const [weight, bias] of [start, [0, 0], [1.2, -0.4], [-3, 2]] as const)
      expect(bowl?.lossAt(weight ?? 0, bias ?? 0)).toBeCloseTo(
        lossOf(topology, [weight ?? 0, bias ?? 0], training),
        9,
      );
  });

  it('rises from its bottom by as much as asked, whichever way one goes', () => {
    if (bowl === null) throw new Error('the line lesson has a bowl');
    const { weight, bias, loss } = bowl.bottom;
    for (const angle of [0, 1, 2, 4, 6]) {
      const there = bowl.reach(angle, 0.3);
      expect(bowl.lossAt(weight + there.weight, bias + there.bias)).toBeCloseTo(loss + 0.3, 9);
    }
  });

  it('keeps the ball in the picture, at the bottom where the error is least and at the rim where a step leapt out', () => {
    if (bowl === null) throw new Error('the line lesson has a bowl');
    const shapes = bowlShapes(bowl, 1.5, { width: 600, height: 400 }, 20);
    const { weight, bias } = bowl.bottom;
    expect(shapes.place([weight, bias])).toEqual(shapes.bottom);
    for (const parameters of [start, [40, -90], [1e9, 1e9]]) {
      const { x, y } = shapes.place(parameters);
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(600);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(400);
    }
  });

  it('is not drawn for a network with more to it', () => {
    expect(lossBowl(petsLesson.network, training)).toBeNull();
  });
});
