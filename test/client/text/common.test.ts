import { describe, expect, it } from 'vitest';
import { DATA_SETS } from '../../../shared/datasets/catalogue.ts';
import { DRAWN_LIMITS, drawnNames } from '../../../shared/datasets/drawn.ts';
import { REFUSAL_CODES } from '../../../shared/session/refusals.ts';
import { createTopology } from '../../../shared/network/topology.ts';
import { common as en } from '../../../client/text/en/common.ts';
import { common as es } from '../../../client/text/es/common.ts';
import { COMMON_TEXT } from '../../../client/text/common.ts';
import { className, featureWords } from '../../../client/text/data-words.ts';
import { loadText } from '../../../client/text/load-text.ts';
import { networkText, networkTextOf } from '../../../client/text/network-text.ts';
import { neuronNumber, weightEnds } from '../../../client/text/weight-ends.ts';

const PETS = createTopology({ sizes: [2, 4, 1], hidden: 'tanh', output: 'tanh', loss: 'half-squared-error' });

describe('the sentences', () => {
  it('come in the language that was asked for', async () => {
    expect((await loadText(COMMON_TEXT, 'es')).raise).toBe('Subir');
    expect((await loadText(COMMON_TEXT, 'en')).raise).toBe('Raise');
  });

  it.each(REFUSAL_CODES)('explain the refusal %s in both languages', (code) => {
    for (const text of [es, en]) {
      expect(text.refusals[code](0)).toMatch(/^\p{Lu}.*[.!?]$/u);
      expect(text.refusals[code](2400)).not.toContain('NaN');
    }
  });

  it('never leave one empty', () => {
    expect(empty(es)).toEqual([]);
    expect(empty(en)).toEqual([]);
  });

  it('avoid vosotros and ustedes in Spanish', () => {
    expect(JSON.stringify(es)).not.toMatch(/vosotr|ustedes|\bordenador\b|\bcelular\b|\bm[óo]vil\b/iu);
  });

  it('say how late a nudge came', () => {
    expect(es.refusals.late(600)).toBe('Llegó 0,6 s tarde: la ronda ya estaba cerrada.');
    expect(en.refusals.late(1240)).toBe('It came 1.2 s late: the round was closed.');
    expect(en.refusals.late(0)).toBe('The round was already closed.');
  });
});

describe('a weight in words', () => {
  const features = { es: featureWords(es, ['ears', 'size']), en: featureWords(en, ['ears', 'size']) };

  it('is known by its two ends', () => {
    const [, , , , , , , sizeToFour] = PETS.parameters;
    const ends = weightEnds(PETS.spec, need(sizeToFour));
    expect(es.weightTitle(ends, features.es)).toBe('del tamaño a la neurona 4');
    expect(en.weightTitle(ends, features.en)).toBe('from the size to neuron 4');
    expect(es.weightMeaning(ends, features.es)).toBe('cuánto cuenta el tamaño para la neurona 4');
    expect(en.weightMeaning(ends, features.en)).toBe('how much the size counts for neuron 4');
  });

  it('agrees with a plural feature', () => {
    const ends = weightEnds(PETS.spec, need(PETS.parameters[0]));
    expect(es.weightMeaning(ends, features.es)).toBe('cuánto cuentan las orejas para la neurona 1');
    expect(en.weightMeaning(ends, features.en)).toBe('how much the ears count for neuron 1');
  });

  it('is a bias when it comes from nowhere', () => {
    const ofNeuron = weightEnds(PETS.spec, need(PETS.parameters[9]));
    const ofAnswer = weightEnds(PETS.spec, need(PETS.parameters[16]));
    expect(es.weightTitle(ofNeuron, features.es)).toBe('sesgo de la neurona 2');
    expect(en.weightTitle(ofAnswer, features.en)).toBe('bias of the answer');
  });

  it('counts hidden neurons on from layer to layer', () => {
    expect(neuronNumber([2, 8, 8, 1], 2, 0)).toBe(9);
    expect(neuronNumber([2, 8, 8, 1], 1, 7)).toBe(8);
  });

  it('agrees with a singular that ends like a plural', () => {
    const ends = weightEnds(PETS.spec, need(PETS.parameters[0]));
    expect(en.weightMeaning(ends, featureWords(en, ['body-mass', 'size']))).toBe(
      'how much the mass counts for neuron 1',
    );
  });

  it('numbers inputs that have no name, and keeps the words of a teacher’s own table', () => {
    expect(featureWords(es, ['ears', 'pétalo', '']).map(({ name }) => name)).toEqual([
      'orejas',
      'pétalo',
      'entrada 3',
    ]);
    const ends = weightEnds(PETS.spec, need(PETS.parameters[7]));
    expect(es.weightTitle(ends, featureWords(es, ['x', 'pétalo']))).toBe('de «pétalo» a la neurona 4');
    expect(en.weightTitle(ends, featureWords(en, ['x', 'petal']))).toBe('from “petal” to neuron 4');
    expect([className(es, 'cat'), className(es, 'Adelia')]).toEqual(['gato', 'Adelia']);
  });

  it.each(Object.values(DATA_SETS))('has a word for everything in the data set of $classNames', (dataSet) => {
    for (const text of [es, en]) {
      expect(Object.keys(text.features)).toEqual(expect.arrayContaining([...dataSet.featureNames]));
      expect(Object.keys(text.classes)).toEqual(expect.arrayContaining([...dataSet.classNames]));
    }
  });

  it('has a word for every point the class may draw', () => {
    const { featureNames, classNames } = drawnNames(DRAWN_LIMITS.classesMost);
    expect(Object.keys(es.features)).toEqual(expect.arrayContaining([...featureNames]));
    expect(Object.keys(es.classes)).toEqual(expect.arrayContaining([...classNames]));
  });

  it('stands on the picture of the network', () => {
    const text = networkText(es, PETS.spec, features.es);
    expect(text.inputs).toEqual(['orejas', 'tamaño']);
    expect(text.outputs).toEqual(['respuesta']);
    expect(text.about).toBe('Red con 2 entradas, 4 neuronas en 1 capa intermedia y 1 respuesta.');
    expect(text.weight(need(PETS.parameters[7]))).toBe('del tamaño a la neurona 4');
  });

  it('calls each of several answers by the class it stands for', () => {
    const three = createTopology({
      sizes: [2, 1, 3],
      hidden: 'tanh',
      output: 'softmax',
      loss: 'categorical-cross-entropy',
    });
    const data = { featureNames: ['largo', 'ancho'], classNames: ['haya', 'adelie', 'olmo'] };
    const text = networkTextOf(es, three.spec, data);
    expect(text.outputs).toEqual(['haya', className(es, 'adelie'), 'olmo']);
    const toElm = need(three.parameters.find(({ layer, from, to }) => layer === 2 && from === 0 && to === 2));
    expect(text.weight(toElm)).toBe('de la neurona 1 a la respuesta «olmo»');
    expect(networkTextOf(en, three.spec, data).weight(toElm)).toBe('from neuron 1 to the answer “olmo”');
    const ends = weightEnds(three.spec, toElm);
    expect(es.weightMeaning(ends, [], data.classNames)).toBe(
      'cuánto cuenta la neurona 1 para la respuesta «olmo»',
    );
  });
});

function need<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the network of the lesson should have this parameter');
  return value;
}

/** Paths of sentences that say nothing. */
function empty(part: unknown, path = ''): readonly string[] {
  if (typeof part === 'string') return part.trim() === '' ? [path] : [];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => empty(value, `${path}.${key}`));
}
