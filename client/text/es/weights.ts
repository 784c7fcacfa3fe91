import type { FeatureWords } from '../feature-words.ts';
import type { WeightEnds, WeightFrom, WeightTo } from '../weight-ends.ts';

type Features = readonly FeatureWords[];
/** What each of several answers stands for. */
type Answers = readonly string[];

/** The inputs of the built-in data sets, by the key their data set gives them. */
export const features = {
  ears: { name: 'orejas', the: 'las orejas', from: 'de las orejas', more: 'orejas en punta' },
  size: { name: 'tamaño', the: 'el tamaño', from: 'del tamaño', more: 'más grande' },
  snout: { name: 'hocico', the: 'el hocico', from: 'del hocico', more: 'hocico más largo' },
  whiskers: { name: 'bigotes', the: 'los bigotes', from: 'de los bigotes', more: 'bigotes más largos' },
  first: {
    name: 'primera',
    the: 'la primera entrada',
    from: 'de la primera entrada',
    more: 'primera más alta',
  },
  second: {
    name: 'segunda',
    the: 'la segunda entrada',
    from: 'de la segunda entrada',
    more: 'segunda más alta',
  },
  horizontal: {
    name: 'horizontal',
    the: 'la posición horizontal',
    from: 'de la posición horizontal',
    more: 'más a la derecha',
  },
  vertical: {
    name: 'vertical',
    the: 'la posición vertical',
    from: 'de la posición vertical',
    more: 'más arriba',
  },
  'bill-length': {
    name: 'largo del pico',
    the: 'el largo del pico',
    from: 'del largo del pico',
    more: 'pico más largo',
  },
  'bill-depth': {
    name: 'alto del pico',
    the: 'el alto del pico',
    from: 'del alto del pico',
    more: 'pico más alto',
  },
  'flipper-length': {
    name: 'largo del ala',
    the: 'el largo del ala',
    from: 'del largo del ala',
    more: 'ala más larga',
  },
  'body-mass': { name: 'masa', the: 'la masa', from: 'de la masa', more: 'más masa' },
} satisfies Readonly<Record<string, FeatureWords>>;

/** An input that has no name of its own. */
export function plainFeature(index: number): FeatureWords {
  const name = `entrada ${index + 1}`;
  return { name, the: `la ${name}`, from: `de la ${name}`, more: `${name} más alta` };
}

/** An input that goes by the word a teacher wrote over its column. */
export function namedFeature(name: string): FeatureWords {
  return { name, the: `«${name}»`, from: `de «${name}»`, more: `más «${name}»` };
}

/** "del tamaño a la neurona 4", "sesgo de la neurona 2". */
export function weightTitle(ends: WeightEnds, features: Features, answers: Answers = []): string {
  const to = target(ends.to, answers);
  return ends.from.kind === 'bias' ? `sesgo de ${to}` : `${fromSource(ends.from, features)} a ${to}`;
}

/** What the weight does, for somebody who never met one. */
export function weightMeaning(ends: WeightEnds, features: Features, answers: Answers = []): string {
  const { from } = ends;
  const to = target(ends.to, answers);
  switch (from.kind) {
    case 'bias':
      return `cuánto se inclina ${to} antes de mirar nada`;
    case 'input':
      return `cuánto ${isPlural(from.index, features) ? 'cuentan' : 'cuenta'} ${feature(from.index, features).the} para ${to}`;
    case 'neuron':
      return `cuánto cuenta la neurona ${from.number} para ${to}`;
  }
}

function fromSource(from: Exclude<WeightFrom, { kind: 'bias' }>, features: Features): string {
  return from.kind === 'input' ? feature(from.index, features).from : `de la neurona ${from.number}`;
}

function target(to: WeightTo, answers: Answers): string {
  if (to.kind === 'neuron') return `la neurona ${to.number}`;
  if (to.only) return 'la respuesta';
  const name = answers[to.index];
  return name === undefined ? `la respuesta ${to.index + 1}` : `la respuesta «${name}»`;
}

function feature(index: number, features: Features): FeatureWords {
  return features[index] ?? plainFeature(index);
}

function isPlural(index: number, features: Features): boolean {
  return /^l[ao]s /u.test(feature(index, features).the);
}
