import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startBackward, stepBackward, type OpenedLayer } from '../../../shared/network/backward-machine.ts';
import { backward } from '../../../shared/network/backward.ts';
import { createBatch } from '../../../shared/network/batch.ts';
import { forwardTrace } from '../../../shared/network/forward.ts';
import { createTopology } from '../../../shared/network/topology.ts';
import { randomNetworks, RUNS, type RandomNetwork } from './random-network.ts';
import { textbookLoss } from './textbook.ts';

const TINY = 1e-5;

describe('the backward pass', () => {
  it('finds the slope that trying both ways finds, for every weight of any network', () => {
    fc.assert(
      fc.property(randomNetworks().filter(awayFromKinks), ({ topology, parameters, examples }) => {
        const { gradient } = backward(topology, parameters, examples);
        for (const [index, value] of parameters.entries()) {
          const up = textbookLoss(topology, parameters.with(index, value + TINY), examples);
          const down = textbookLoss(topology, parameters.with(index, value - TINY), examples);
          const slope = (up - down) / (2 * TINY);
          const far = Math.abs((gradient[index] ?? NaN) - slope) / Math.max(1, Math.abs(slope));
          expect(far).toBeLessThan(1e-6);
        }
      }),
      RUNS,
    );
  });

  it('opened layer by layer, output first, it is bit for bit the whole gradient', () => {
    fc.assert(
      fc.property(randomNetworks(), ({ topology, parameters, examples }) => {
        const whole = backward(topology, parameters, examples);
        const opened = openAll({ topology, parameters, examples });
        expect(opened.map(({ layer }) => layer)).toEqual(
          topology.layers.map(({ layer }) => layer).toReversed(),
        );
        for (const { firstParameter, gradient } of opened) {
          const slice = whole.gradient.slice(firstParameter, firstParameter + gradient.length);
          expect(gradient).toEqual(slice);
        }
        expect(startBackward(topology, parameters, examples).loss).toBe(whole.loss);
      }),
      RUNS,
    );
  });

  it('laid out once or anew, the gradient has the same bits', () => {
    fc.assert(
      fc.property(randomNetworks(), ({ topology, parameters, examples }) => {
        const batch = createBatch(topology, examples);
        const whole = backward(topology, parameters, examples);
        expect(backward(topology, parameters, batch)).toEqual(whole);
        expect(backward(topology, parameters, batch)).toEqual(whole);
      }),
      RUNS,
    );
  });

  it('a layer opened twice shows the same, and opening the next changes nothing that was shown', () => {
    fc.assert(
      fc.property(randomNetworks(), ({ topology, parameters, examples }) => {
        const start = startBackward(topology, parameters, examples);
        const first = stepBackward(start);
        const shown = structuredClone(first.opened);
        if (first.next !== null) {
          const second = stepBackward(first.next);
          expect(stepBackward(first.next).opened).toEqual(second.opened);
        }
        expect(first.opened).toEqual(shown);
        expect(stepBackward(start).opened).toEqual(shown);
      }),
      RUNS,
    );
  });

  it('tells how much error reached each neuron: never less than its mean, and the mean is its bias’s gradient', () => {
    fc.assert(
      fc.property(randomNetworks(), (network) => {
        for (const { layer, gradient, meanErrors, meanAbsoluteErrors } of openAll(network)) {
          const neurons = network.topology.spec.sizes[layer] ?? 0;
          expect(meanErrors).toEqual(gradient.slice(gradient.length - neurons));
          for (const [neuron, absolute] of meanAbsoluteErrors.entries()) {
            expect(absolute).toBeGreaterThanOrEqual(Math.abs(meanErrors[neuron] ?? NaN) * (1 - 1e-12));
          }
        }
      }),
      RUNS,
    );
  });

  it('has nothing to say without examples: error 0 and no slope', () => {
    const topology = createTopology({
      sizes: [2, 2, 1],
      hidden: 'relu',
      output: 'sigmoid',
      loss: 'binary-cross-entropy',
    });
    expect(backward(topology, new Float64Array(9), [])).toEqual({ loss: 0, gradient: new Float64Array(9) });
  });
});

function openAll({ topology, parameters, examples }: RandomNetwork): readonly OpenedLayer[] {
  const opened: OpenedLayer[] = [];
  for (let machine = startBackward(topology, parameters, examples); ;) {
    const step = stepBackward(machine);
    opened.push(step.opened);
    if (step.next === null) return opened;
    machine = step.next;
  }
}

/** Where ReLU bends, the two sides have different slopes and trying both ways finds neither. */
function awayFromKinks({ topology, parameters, examples }: RandomNetwork): boolean {
  if (topology.spec.hidden !== 'relu' && topology.spec.output !== 'relu') return true;
  return examples.every(({ features }) =>
    forwardTrace(topology, parameters, features).every(({ preActivations }) =>
      preActivations.every((z) => Math.abs(z) > 100 * TINY),
    ),
  );
}
