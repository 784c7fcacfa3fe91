import type { FeatureWords } from '../feature-words.ts';
import type { WeightEnds, WeightFrom, WeightTo } from '../weight-ends.ts';

type Features = readonly FeatureWords[];
/** What each of several answers stands for. */
type Answers = readonly string[];

/** The inputs of the built-in data sets, by the key their data set gives them. */
export const features = {
  ears: { name: 'ears', the: 'the ears', from: 'from the ears', more: 'pointed ears' },
  size: { name: 'size', the: 'the size', from: 'from the size', more: 'bigger' },
  snout: { name: 'snout', the: 'the snout', from: 'from the snout', more: 'longer snout' },
  whiskers: { name: 'whiskers', the: 'the whiskers', from: 'from the whiskers', more: 'longer whiskers' },
  first: { name: 'first', the: 'the first input', from: 'from the first input', more: 'first is higher' },
  second: {
    name: 'second',
    the: 'the second input',
    from: 'from the second input',
    more: 'second is higher',
  },
  horizontal: {
    name: 'across',
    the: 'the place across',
    from: 'from the place across',
    more: 'further right',
  },
  vertical: { name: 'up', the: 'the height', from: 'from the height', more: 'further up' },
  'bill-length': {
    name: 'bill length',
    the: 'the length of the bill',
    from: 'from the length of the bill',
    more: 'longer bill',
  },
  'bill-depth': {
    name: 'bill depth',
    the: 'the depth of the bill',
    from: 'from the depth of the bill',
    more: 'deeper bill',
  },
  'flipper-length': {
    name: 'flipper length',
    the: 'the length of the flipper',
    from: 'from the length of the flipper',
    more: 'longer flipper',
  },
  'body-mass': { name: 'mass', the: 'the mass', from: 'from the mass', more: 'more mass' },
} satisfies Readonly<Record<string, FeatureWords>>;

/** An input that has no name of its own. */
export function plainFeature(index: number): FeatureWords {
  const name = `input ${index + 1}`;
  return { name, the: name, from: `from ${name}`, more: `${name} is higher` };
}

/** An input that goes by the word a teacher wrote over its column. */
export function namedFeature(name: string): FeatureWords {
  return { name, the: `“${name}”`, from: `from “${name}”`, more: `more “${name}”` };
}

/** "from the size to neuron 4", "bias of neuron 2". */
export function weightTitle(ends: WeightEnds, features: Features, answers: Answers = []): string {
  const to = target(ends.to, answers);
  return ends.from.kind === 'bias' ? `bias of ${to}` : `${fromSource(ends.from, features)} to ${to}`;
}

/** What the weight does, for somebody who never met one. */
export function weightMeaning(ends: WeightEnds, features: Features, answers: Answers = []): string {
  const { from } = ends;
  const to = target(ends.to, answers);
  switch (from.kind) {
    case 'bias':
      return `which way ${to} leans before it has seen anything`;
    case 'input':
      return `how much ${feature(from.index, features).the} count${isPlural(from.index, features) ? '' : 's'} for ${to}`;
    case 'neuron':
      return `how much neuron ${from.number} counts for ${to}`;
  }
}

function fromSource(from: Exclude<WeightFrom, { kind: 'bias' }>, features: Features): string {
  return from.kind === 'input' ? feature(from.index, features).from : `from neuron ${from.number}`;
}

function target(to: WeightTo, answers: Answers): string {
  if (to.kind === 'neuron') return `neuron ${to.number}`;
  if (to.only) return 'the answer';
  const name = answers[to.index];
  return name === undefined ? `answer ${to.index + 1}` : `the answer “${name}”`;
}

function feature(index: number, features: Features): FeatureWords {
  return features[index] ?? plainFeature(index);
}

function isPlural(index: number, features: Features): boolean {
  return /^the .*[^s]s$/u.test(feature(index, features).the);
}
