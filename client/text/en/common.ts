import { plural } from '../plural.ts';
import type { CommonText } from '../common.ts';
import { costCurves, stopReveal } from './curves.ts';
import { refusals } from './refusals.ts';
import { features, namedFeature, plainFeature, weightMeaning, weightTitle } from './weights.ts';

const phases: CommonText['phases'] = {
  predict: 'Predict',
  compare: 'Compare',
  backward: 'The error returns',
  nudge: 'Propose',
  adjust: 'Adjust',
  vote: 'Vote',
  run: 'Descend',
  reveal: 'Reveal',
  bet: 'Bet',
  answer: 'Answer',
  score: 'Score',
};

const stages: CommonText['stages'] = {
  practice: { name: 'Practice', about: 'To meet the buttons, without hurry' },
  guess: { name: 'Guess', about: 'Move the weights without knowing: like tossing a coin' },
  'keep-if-better': { name: 'Keep if better', about: 'If the error rises, it is taken back' },
  probe: { name: 'Try each weight', about: 'Does the error fall if my weight goes up, or down?' },
  backprop: { name: 'Backpropagate', about: 'The error returns layer by layer' },
  autopilot: { name: 'Autopilot', about: 'The machine descends by itself: how long should its step be?' },
  stop: { name: 'When do we stop?', about: 'Learning is not memorising' },
  test: { name: 'Never seen before', about: 'What the network says of what nobody had seen' },
};

const votes: CommonText['votes'] = {
  slow: 'falls slowly',
  fast: 'falls fast',
  explodes: 'explodes',
};

const sizes: CommonText['sizes'] = { small: 'small', normal: 'step', large: 'stride' };

const gone: CommonText['gone'] = {
  'opened-elsewhere': 'This class was opened in another tab or on another device.',
  removed: 'You are no longer in this class.',
  left: 'You have left the class.',
  ended: 'The class has ended.',
  restarting: 'The server is restarting. The class goes on in a few seconds.',
  'client-too-old': 'There is a new version. Reload the page.',
  'unknown-token': 'This device no longer has a seat in the class. Enter again with the code.',
  'unknown-code': 'No class has that code. Check it on the screen.',
  'slow-down': 'Too many tries. Wait a moment.',
  'room-set-aside': 'This class could not be opened. Tell your teacher.',
};

/** What every page says. */
export const common: CommonText = {
  product: 'Descenso',
  tagline: 'One neural network, trained by us all',
  phases,
  stages,
  sizes,
  votes,
  gone,
  refusals,
  costCurves,
  stopReveal,
  features,
  plainFeature,
  namedFeature,
  weightTitle,
  weightMeaning,
  stage: 'Stage',
  round: 'Round',
  roundNumber: (round) => `Round ${round}`,
  layer: (layer, last) => (layer === last ? 'output layer' : `layer ${layer}`),
  error: 'Error of the network',
  errorShort: 'error',
  errorIs: (figure) => `error ${figure}`,
  falls: 'falls',
  rises: 'rises',
  same: 'the same',
  unknown: 'not known yet',
  before: 'before',
  done: 'done',
  lower: 'Lower',
  leave: 'Leave',
  raise: 'Raise',
  lowering: 'lower',
  leaving: 'leave',
  raising: 'raise',
  sizeOfStep: 'Size of the step',
  nudgeQuestion: 'What do you propose for your weight?',
  sending: 'Sending…',
  accepted: 'Proposal received',
  weight: 'weight',
  bias: 'bias',
  yourWeight: 'Your weight',
  positiveWeight: 'positive weight',
  negativeWeight: 'negative weight',
  neuron: (number) => `neuron ${number}`,
  answer: 'answer',
  network: 'The network',
  networkAbout: (inputs, hidden, outputs) =>
    `A network with ${inputs} ${plural(inputs, 'input', 'inputs')}, ${hiddenLayers(hidden)} and ${outputs} ${plural(outputs, 'answer', 'answers')}.`,
  weightIs: (title, figure) => `${title}: ${figure}`,
  hasProposed: 'has proposed',
  classes: {
    dog: 'dog',
    cat: 'cat',
    puppy: 'puppy',
    grown: 'grown dog',
    same: 'same',
    different: 'different',
    inside: 'inside',
    around: 'around',
    upper: 'upper moon',
    lower: 'lower moon',
    'one-arm': 'one arm',
    'other-arm': 'the other arm',
    adelie: 'Adélie penguin',
    chinstrap: 'chinstrap penguin',
    gentoo: 'gentoo penguin',
    'class-a': 'class A',
    'class-b': 'class B',
    'class-c': 'class C',
    'class-d': 'class D',
  },
  seen: 'animals seen',
  fresh: 'new animals',
  whatTheNetworkBelieves: 'What the network believes',
  right: (right, all) => `${right} of ${all} right`,
  mapOfOne: (feature) =>
    `The line is what the network answers to ${feature}; where it crosses the dotted one, it is undecided.`,
  mapCut: (others) =>
    others === 1
      ? 'A cut: the other feature at its mean.'
      : `A cut: the other ${others} features at their mean.`,
  growsUp: (more) => `↑ ${more}`,
  growsRight: (more) => `${more} →`,
  secondsLeft: (seconds) => `${seconds} s left`,
  proposed: (count, all) => `${count} of ${all} ${plural(count, 'has', 'have')} proposed`,
  passes: (count) => `${count} ${plural(count, 'pass', 'passes')} through the network`,
  forwardPasses: (count) => `${count} forward`,
  backwardPasses: (count) => `${count} backward`,
  joinCode: 'Class code',
  qrFor: (address) => `QR code of ${address}`,
  reconnecting: 'No connection. Connecting again…',
  reconnected: 'Connected again.',
  saving: 'Saving…',
  loading: 'Loading…',
  cancel: 'Cancel',
  close: 'Close',
  accept: 'Accept',
  undo: 'Undo',
  language: 'Language',
  languages: { es: 'Español', en: 'English' },
};

function hiddenLayers(hidden: readonly number[]): string {
  if (hidden.length === 0) return 'no hidden layers';
  const neurons = hidden.reduce((sum, size) => sum + size, 0);
  return `${neurons} ${plural(neurons, 'neuron', 'neurons')} in ${hidden.length} hidden ${plural(hidden.length, 'layer', 'layers')}`;
}
