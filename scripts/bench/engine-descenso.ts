import { backward } from '../../shared/network/backward.ts';
import { createBatch } from '../../shared/network/batch.ts';
import { createActivationGrid, fillActivationGrid } from '../../shared/network/grid.ts';
import { probeAll } from '../../shared/network/probe.ts';
import type { Engine, EngineSetup } from './engine-setup.ts';

/** Our own engine, used as the server and the screen use it. */
export function createDescenso({ topology, parameters, examples, step, map }: EngineSetup): Engine {
  const batch = createBatch(topology, examples);
  const { size, from, to } = map;
  const view = { size, x: { feature: 0, from, to }, y: { feature: 1, from, to }, others: [0, 0] };
  const grid = createActivationGrid(topology, view);
  let last = backward(topology, parameters, batch);
  return {
    pass: () => {
      last = backward(topology, parameters, batch);
    },
    gradient: () => [last.loss, ...last.gradient],
    whatIf: () => probeAll(topology, parameters, batch, step).flatMap(({ down, up }) => [down, up]),
    heatMap: () => fillActivationGrid(grid, parameters),
  };
}
