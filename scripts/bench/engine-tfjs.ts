import { createRequire } from 'node:module';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import type { LayerSlice } from '../../shared/network/topology.ts';
import type { Engine, EngineSetup } from './engine-setup.ts';

// The package registers no gradients by itself, and imports folders, which only `require` allows in Node.
createRequire(import.meta.url)('@tensorflow/tfjs-core/dist/register_all_gradients.js');

/** The same work in TensorFlow.js on its CPU backend: whole batches, float32. */
export function createTfjs({ topology, parameters, examples, step, map }: EngineSetup): Engine {
  const features = tf.tensor2d(examples.map((example) => [...example.features]));
  const targets = tf.tensor2d(examples.map((example) => [...example.target]));
  const cells = tf.tensor2d(cellsOf(map));
  const weightsOf = (values: Float64Array): readonly tf.Tensor[] =>
    topology.layers.flatMap((slice) => tensorsOf(slice, values));
  const weights = weightsOf(parameters);
  const lossOf = (tensors: readonly tf.Tensor[]): tf.Scalar => {
    const answers = layersOf(features, tensors).at(-1) ?? features;
    return tf.mul(tf.mean(tf.squaredDifference(answers, targets)), 0.5);
  };
  const gradients = tf.valueAndGrads((...tensors: tf.Tensor[]) => lossOf(tensors));
  const lossAt = (index: number, value: number): number =>
    tf.tidy(() => {
      const changed = Float64Array.from(parameters);
      changed[index] = value;
      return lossOf(weightsOf(changed)).dataSync()[0] ?? 0;
    });
  let last: readonly Iterable<number>[] = [];
  return {
    pass: () =>
      tf.tidy(() => {
        const { value, grads } = gradients([...weights]);
        last = [value, ...grads].map((tensor) => tensor.dataSync());
      }),
    gradient: () => last.flatMap((numbers) => [...numbers]),
    whatIf: () =>
      [...parameters].flatMap((value, index) => [lossAt(index, value - step), lossAt(index, value + step)]),
    heatMap: () =>
      tf.tidy(() => {
        const pictures = [cells, ...layersOf(cells, weights)].map((layer) => tf.transpose(layer).dataSync());
        const values = new Float32Array(pictures.reduce((sum, picture) => sum + picture.length, 0));
        let start = 0;
        for (const picture of pictures) {
          values.set(picture, start);
          start += picture.length;
        }
        return values;
      }),
  };
}

/** Each layer's activations: weights lie row by row, one row per neuron, as in our own layout. */
function layersOf(inputs: tf.Tensor, weights: readonly tf.Tensor[]): readonly tf.Tensor[] {
  const layers: tf.Tensor[] = [];
  let activations = inputs;
  for (let index = 0; index + 1 < weights.length; index += 2) {
    const [matrix, biases] = weights.slice(index, index + 2);
    if (matrix === undefined || biases === undefined) break;
    activations = tf.tanh(tf.add(tf.matMul(activations, matrix, false, true), biases));
    layers.push(activations);
  }
  return layers;
}

function tensorsOf(slice: LayerSlice, values: Float64Array): readonly tf.Tensor[] {
  const weights = values.subarray(slice.weightStart, slice.biasStart);
  const biases = values.subarray(slice.biasStart, slice.biasStart + slice.outputs);
  return [
    tf.tensor2d(Float32Array.from(weights), [slice.outputs, slice.inputs]),
    tf.tensor1d(Float32Array.from(biases)),
  ];
}

function cellsOf({ size, from, to }: EngineSetup['map']): [number, number][] {
  const middle = (cell: number): number => from + ((cell + 0.5) / size) * (to - from);
  return Array.from({ length: size * size }, (_, index) => [
    middle(index % size),
    middle(size - 1 - Math.floor(index / size)),
  ]);
}
