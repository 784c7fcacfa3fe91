import type { DataSetId } from '../../../shared/datasets/catalogue.ts';
import type { DraftProblem } from '../../../shared/lessons/draft-problems.ts';
import type { OwnershipPlan, Share } from '../../../shared/lessons/ownership-plan.ts';
import type { Activation, LossName, OutputActivation } from '../../../shared/network/topology.ts';
import type { CreateText } from '../create.ts';
import { createNumbers } from '../numbers.ts';
import { plural } from '../plural.ts';

const numbers = createNumbers('en');

/** Picking a lesson, or making one. */
export const create: CreateText = {
  own: 'Your lesson',
  ownAbout: (minutes: number) =>
    minutes > 0 ? `${minutes} minutes, made to measure.` : 'Made to measure, in no hurry.',
  facts: (sizes: readonly number[], parameters: number, stages: number, rounds: number) =>
    [
      `network ${sizes.join('-')}`,
      `${parameters} ${plural(parameters, 'weight', 'weights')}`,
      `${stages} ${plural(stages, 'stage', 'stages')}`,
      ...(rounds > 0 ? [`${rounds} ${plural(rounds, 'round', 'rounds')} by hand`] : []),
    ].join(' · '),
  build: 'Make a lesson of your own',
  change: 'Change this lesson',
  share: 'Keep or share the lesson',
  open: 'Open a lesson file',
  openHint: 'You can drop the file onto this page, too.',
  drop: 'Drop the lesson or the table here',
  copyLink: 'Copy the link',
  linkCopied: 'Link copied.',
  linkSelected: 'The browser does not allow copying: the link is selected, copy it by hand.',
  link: 'Link with every setting',
  linkHint: 'Whoever opens it needs the teacher key of their own server.',
  tooLong: 'The table does not fit into a link. Save the lesson as a file.',
  saveFile: 'Save as a file',
  opened: (title: string) => `Lesson opened: “${title}”.`,
  badLink: 'That link does not hold a lesson that can be opened.',
  badFile: 'That file is not a lesson that can be opened.',
  details: 'What is wrong',
  untitled: 'Lesson without a title',
  planTitle: 'People in the class',
  plan,
  builder: {
    title: 'Make a lesson',
    back: 'Back without using it',
    use: 'Use this lesson',
    fix: (count: number) =>
      plural(
        count,
        'One thing needs mending: the button leads to it.',
        `${count} things need mending: the button leads to the first.`,
      ),
    ready: 'The lesson is ready.',
    name: 'Title',
    nameHint: 'The class will see it on the screen.',
    data: 'Data',
    source: 'What is played with',
    table: 'A table of your own (CSV)',
    drawn: 'Points that the class draws',
    drawnAbout:
      'Before it begins, everybody puts points on the plane from their phone. When the drawing is closed they are shared out: three in five to learn from, the rest to check with.',
    drawnClasses: 'How many classes',
    training: 'To learn from',
    validation: 'New, between rounds',
    test: 'For the end',
    sizes: 'How many examples',
    noise: 'Noise',
    noiseHint: '1 is the usual; with more, classes mix.',
    seed: 'Seed of the data',
    seedHint: 'The same seed always gives the same examples.',
    otherSeed: 'Other examples',
    network: 'Network',
    layers: 'Hidden layers',
    layer: (place: number) => `Neurons of layer ${place}`,
    addLayer: 'Add a layer',
    removeLayer: (place: number) => `Remove layer ${place}`,
    noLayers: 'Without hidden layers: the network can only draw a straight line.',
    hidden: 'Activation',
    loss: 'Error',
    output: 'Output',
    shape: (sizes: readonly number[], parameters: number) =>
      `Network ${sizes.join('-')}: ${parameters} ${plural(parameters, 'weight', 'weights')}, biases included.`,
    start: 'Seed of the start',
    startKept: 'The start is the original lesson’s, searched for so that every stage teaches its part.',
    startFound: (accuracy: number) =>
      `At the start it is right for ${numbers.percent(accuracy)}: like choosing at random.`,
    startFar: (accuracy: number) =>
      `At the start it is right for ${numbers.percent(accuracy)}, far from chance. Try another seed.`,
    otherStart: 'Another start',
    stages: 'Stages',
    stage: (place: number, name: string) => `${place}. ${name}`,
    addStage: 'Add a stage',
    add: 'Add',
    up: (name: string) => `Move “${name}” up`,
    down: (name: string) => `Move “${name}” down`,
    remove: (name: string) => `Remove “${name}”`,
    minutes: 'Minutes',
    rounds: 'Rounds',
    machineRounds: 'Steps',
    animals: 'Bets',
    fastForward: 'Rounds to run ahead',
    begins: 'Begins',
    begin: { pinned: 'at the start', continue: 'where it was left' },
    stepSize: 'Step size',
    stepPolicy: 'The step',
    more: 'More settings',
    learningRate: 'Learning rate',
    batch: 'Examples a step',
    batches: { all: 'all', some: 'some' },
    batchSize: 'How many',
    machineSpeed: 'Steps a second',
    playedOn: 'Played',
    on: {
      lesson: 'on the lesson’s data',
      few: 'on few examples, with a larger network',
      kept: 'on the data it came with',
    },
    fewExamples: 'How many examples',
    total: (minutes: number) =>
      `${minutes} ${plural(minutes, 'minute', 'minutes')} in all, joining not included.`,
    class: 'Class',
    perSeat: 'Weights a person, at most',
  },
  sets: {
    pets: 'Cats and dogs: ears and size',
    pets4: 'Cats and dogs: ears, size, snout and whiskers',
    line: 'Puppies and grown dogs: a single feature',
    xor: 'XOR: four clouds crosswise',
    circle: 'A disc within a ring',
    moons: 'Two moons',
    spiral: 'Two spirals',
    penguins: 'Real penguins: the bill (3 species)',
    penguins4: 'Real penguins: 4 measures (3 species)',
  } satisfies Record<DataSetId, string>,
  activations: {
    tanh: 'tanh',
    sigmoid: 'sigmoid',
    relu: 'ReLU',
    linear: 'linear (none)',
  } satisfies Record<Activation, string>,
  outputs: {
    tanh: 'tanh: from −1 to 1',
    sigmoid: 'sigmoid: from 0 to 1',
    relu: 'ReLU: from 0 upwards',
    linear: 'linear: any number',
    softmax: 'softmax: one for each class',
  } satisfies Record<OutputActivation, string>,
  losses: {
    'half-squared-error': 'squared error',
    'binary-cross-entropy': 'cross-entropy',
    'categorical-cross-entropy': 'cross-entropy, one output a class',
  } satisfies Record<LossName, string>,
  csv: {
    choose: 'Choose a CSV file',
    another: 'Choose another file',
    hint: '2 to 6 columns of numbers and one of labels, with 2 to 4 classes and up to 2,000 rows. The file does not leave this computer until you open the class.',
    file: (name: string) => `File: ${name}`,
    kept: 'The table that came with the lesson.',
    how: 'How it is read',
    encoding: 'Encoding',
    separator: 'Separator',
    decimals: 'Decimals',
    header: 'The first line holds the names',
    detected: (what: string) => `detected: ${what}`,
    detect: 'detect',
    separators: { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'vertical bar' },
    signs: { '.': 'point', ',': 'comma' },
    label: 'Column of the label',
    features: 'Columns of numbers (2 to 6)',
    column: (place: number, name: string) => (name === '' ? `column ${place}` : name),
    notNumbers: 'no numbers',
    problems: (count: number) =>
      `The table has ${plural(count, 'one problem', `${count} problems`)}. Mend the file and choose it again, or change how it is read.`,
    first: 'The first rows',
  },
  preview: {
    title: 'What they look like',
    about: (examples: number, classes: string) =>
      `${examples} ${plural(examples, 'example', 'examples')} to learn from: ${classes}.`,
    across: 'Across',
    up: 'Up',
    flat: 'no other feature',
  },
  problem: sentence,
};

function sentence(problem: DraftProblem): string {
  switch (problem.kind) {
    case 'no-title':
      return 'Give it a title.';
    case 'long-title':
      return `It is too long: the most is ${problem.most} letters.`;
    case 'unfit-title':
      return 'It holds code or invisible signs. Use plain letters and signs.';
    case 'no-table':
      return 'The table is missing: choose a file.';
    case 'no-number':
      return 'Write a number.';
    case 'whole-number':
      return 'It has to be a whole number.';
    case 'out-of-range':
      return `It has to be between ${problem.least} and ${problem.most}.`;
    case 'many-examples':
      return `The three parts ask for ${problem.asked} examples and there are only ${problem.available}.`;
    case 'needs-softmax':
      return `${problem.classes} classes need an output each: choose cross-entropy with one output a class.`;
    case 'many-layers':
      return `These are too many layers: the most is ${problem.most}.`;
    case 'many-parameters':
      return `The network would have ${problem.found} weights; the most is ${problem.most}. Remove neurons or layers.`;
    case 'no-stage':
      return 'Add a stage at least.';
    case 'many-stages':
      return `These are too many stages: the most is ${problem.most}.`;
  }
}

function plan(seats: number, { students, weights, minded }: OwnershipPlan): string {
  const count = minded + weights.reduce((sum, share) => sum + share.count, 0);
  const people = `With ${seats} ${plural(seats, 'person', 'people')} and ${count} ${plural(count, 'weight', 'weights')}`;
  const held = students.map(({ each, count: some }) =>
    students.length === 1 ? `each holds ${each}` : `${some} ${plural(some, 'holds', 'hold')} ${each}`,
  );
  const shared = weights.filter(({ each }) => each > 1);
  const rest = [
    ...shared.map((share) => sharedWeights(share, weights.length === 1)),
    ...(minded > 0 ? [`the program minds ${minded}`] : []),
  ];
  return `${people}: ${[...held, ...rest].join('; ')}.`;
}

function sharedWeights({ count, each }: Share, all: boolean): string {
  return all
    ? `every weight is shared by ${each}`
    : `${count} ${plural(count, 'weight is', 'weights are')} shared by ${each}`;
}
