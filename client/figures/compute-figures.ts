import { forward } from '../../shared/network/forward.ts';
import { createActivationGrid, fillActivationGrid } from '../../shared/network/grid.ts';
import { createTopology, type NetworkSpec, type OutputActivation } from '../../shared/network/topology.ts';
import type { Figures, FiguresSubject } from './figures.ts';

/** Makes the pictures of one network, set of parameters after set, in arrays that the caller may give away. */
export function figuresOf(subject: FiguresSubject): (parameters: readonly number[]) => Figures {
  const topology = createTopology(subject.network);
  const axis = { from: -subject.range, to: subject.range };
  const inputs = subject.network.sizes[0] ?? 0;
  const grid = createActivationGrid(topology, {
    size: subject.size,
    x: { feature: 0, ...axis },
    y: { feature: Math.min(1, inputs - 1), ...axis },
    others: Array.from({ length: inputs }, () => 0),
  });
  const draw = (parameters: readonly number[]): Float32Array => fillActivationGrid(grid, parameters).slice();
  const centre = centringOf(subject.network, subject.size * subject.size);
  return (parameters) => ({
    pictures: centre(inputs === 1 ? turned(draw(parameters), subject.size) : draw(parameters)),
    answers: Float32Array.from(
      subject.examples.flatMap(({ features }) => [...forward(topology, parameters, features)]),
    ),
  });
}

/** One feature alone was spread upwards; the map has it grow to the right. In place, for square pictures. */
function turned(pictures: Float32Array, size: number): Float32Array {
  for (let start = 0; start < pictures.length; start += size * size) {
    const upwards = Array.from(
      { length: size },
      (_, place) => pictures[start + (size - 1 - place) * size] ?? 0,
    );
    for (let cell = 0; cell < size * size; cell++) pictures[start + cell] = upwards[cell % size] ?? 0;
  }
  return pictures;
}

/** Neurons that answer from 0 to 1 are stretched over −1 to 1, in place: half way is where they are undecided. */
function centringOf(network: NetworkSpec, cells: number): (pictures: Float32Array) => Float32Array {
  const counts = network.sizes.map((size, layer) => ({
    neurons: size,
    isFromZero:
      layer > 0 && answersFromZero(layer === network.sizes.length - 1 ? network.output : network.hidden),
  }));
  return (pictures) => {
    let at = 0;
    for (const { neurons, isFromZero } of counts) {
      const end = at + neurons * cells;
      if (isFromZero) for (let cell = at; cell < end; cell++) pictures[cell] = 2 * (pictures[cell] ?? 0) - 1;
      at = end;
    }
    return pictures;
  };
}

function answersFromZero(activation: OutputActivation): boolean {
  return activation === 'sigmoid' || activation === 'softmax';
}
