// @vitest-environment happy-dom
import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import MiniNetwork from '../../../client/parts/MiniNetwork.svelte';
import NetworkGraph from '../../../client/parts/NetworkGraph.svelte';
import { createTopology } from '../../../shared/network/topology.ts';
import { common } from '../../../client/text/es/common.ts';
import { networkTextOf } from '../../../client/text/network-text.ts';
import { createNumbers } from '../../../client/text/numbers.ts';
import { petsLesson } from './lesson.ts';

describe('the network on the screen', () => {
  it('has a name and says in words what it is made of', () => {
    render(NetworkGraph, petsLesson());
    const graph = screen.getByRole('group', { name: 'La red' });
    expect(graph.textContent).toContain('Red con 2 entradas, 4 neuronas en 1 capa intermedia y 1 respuesta.');
  });

  it('gives each of several answers the name and the mark of its class, as on the map', () => {
    const topology = createTopology({
      sizes: [3, 2, 4],
      hidden: 'tanh',
      output: 'softmax',
      loss: 'categorical-cross-entropy',
    });
    const data = { featureNames: ['pH', 'Año', ''], classNames: ['haya', 'roble', 'olmo', 'ñire'] };
    const { container } = render(NetworkGraph, {
      topology,
      parameters: topology.parameters.map(() => 0.5),
      text: networkTextOf(common, topology.spec, data),
      numbers: createNumbers('es'),
    });
    const captions = [...container.querySelectorAll('.caption')].map(({ textContent }) =>
      textContent?.trim(),
    );
    expect(captions).toEqual(['pH', 'Año', 'entrada 3', 'haya', 'roble', 'olmo', 'ñire']);
    const marks = [0, 1, 2, 3].map((index) => container.querySelectorAll(`path.class${index}`).length);
    expect(marks).toEqual([1, 1, 1, 1]);
  });

  it('draws one line for each weight, orange or violet by its sign', () => {
    const { container } = render(NetworkGraph, petsLesson());
    expect(container.querySelectorAll('path.edge')).toHaveLength(12);
    expect(container.querySelectorAll('path.edge.positive')).toHaveLength(6);
    expect(container.querySelectorAll('path.edge.negative')).toHaveLength(6);
  });

  it('keeps names off until they are switched on, and then reads each with its weight', async () => {
    const lesson = petsLesson();
    const { container, rerender } = render(NetworkGraph, lesson);
    expect(container.querySelectorAll('li')).toHaveLength(0);
    await rerender({ names: new Map([[7, 'Nutria curiosa']]), proposed: new Set([7]) });
    const named = screen.getByText(/Nutria curiosa, ya ha propuesto/u);
    expect(named.textContent?.replace(/\s+/gu, ' ')).toContain('del tamaño a la neurona 4: −0,45');
  });

  it('shows names literally, whatever somebody calls themselves', () => {
    const { container } = render(NetworkGraph, {
      ...petsLesson(),
      names: new Map([[0, '<svg/onload=alert()>']]),
    });
    expect(container.querySelector('.name')?.textContent).toBe('<svg/onload=alert()>');
    expect(container.querySelector('.name svg')).toBeNull();
  });

  it('shows an arrow against the slope, and none where the layer is still closed', () => {
    const lesson = petsLesson();
    const gradient = lesson.topology.parameters.map(({ index }) =>
      index === 12 ? -0.8 : index === 13 ? 0.2 : null,
    );
    const { container } = render(NetworkGraph, { ...lesson, gradient, flow: { pass: 'backward', layer: 2 } });
    expect(container.querySelectorAll('.mark')).toHaveLength(2);
    expect(container.querySelector('.mark.raise')?.textContent).toContain('subir');
    expect(container.querySelector('.mark.lower')?.textContent).toContain('bajar');
  });

  it('lets the error flow back along the opened layer alone', async () => {
    const lesson = petsLesson();
    const { container, rerender } = render(NetworkGraph, { ...lesson, flow: { pass: 'backward', layer: 2 } });
    expect(container.querySelectorAll('.backflow')).toHaveLength(4);
    await rerender({ flow: { pass: 'backward', layer: 1 } });
    expect(container.querySelectorAll('.backflow')).toHaveLength(12);
    expect(container.querySelectorAll('.backflow.newest')).toHaveLength(8);
    await rerender({ flow: null });
    expect(container.querySelectorAll('.backflow')).toHaveLength(0);
  });

  it('does not show what a neuron sees before the forward pass has reached it', async () => {
    const picture = { columns: 1, rows: 1, values: [0.5] };
    const thumbnails = [[null, null], [picture, picture, picture, picture], [picture]];
    const { container, rerender } = render(NetworkGraph, {
      ...petsLesson(),
      thumbnails,
      flow: { pass: 'forward', layer: 1 },
    });
    expect(container.querySelectorAll('canvas')).toHaveLength(4);
    expect(container.querySelectorAll('.signal')).toHaveLength(8);
    await rerender({ flow: { pass: 'forward', layer: 2 } });
    expect(container.querySelectorAll('canvas')).toHaveLength(5);
  });

  it('gives the teacher a button for each weight', () => {
    const chosen: number[] = [];
    render(NetworkGraph, { ...petsLesson(), onparameter: (index: number) => chosen.push(index) });
    expect(screen.getAllByRole('button')).toHaveLength(17);
    screen.getByRole('button', { name: /sesgo de la respuesta/u }).click();
    expect(chosen).toEqual([16]);
  });
});

describe('the network on the phone', () => {
  it('makes one’s own weight stand out, with both its ends', () => {
    const { topology, parameters } = petsLesson();
    const { container } = render(MiniNetwork, {
      topology,
      parameters,
      highlighted: new Set([7]),
      label: 'Tu peso va del tamaño a la neurona 4',
    });
    expect(screen.getByRole('img', { name: 'Tu peso va del tamaño a la neurona 4' })).toBeTruthy();
    expect(container.querySelectorAll('.mine')).toHaveLength(1);
    expect(container.querySelectorAll('.touched')).toHaveLength(2);
  });

  it('shows one’s own bias on its neuron', () => {
    const { topology, parameters } = petsLesson();
    const { container } = render(MiniNetwork, {
      topology,
      parameters,
      highlighted: new Set([9]),
      label: 'Tu sesgo',
    });
    expect(container.querySelectorAll('.bias')).toHaveLength(1);
    expect(container.querySelectorAll('.touched')).toHaveLength(1);
  });
});
