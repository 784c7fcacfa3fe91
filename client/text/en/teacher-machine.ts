import { plural } from '../plural.ts';
import type { TeacherText } from '../teacher.ts';

/** What the console says where a machine descends: the rate, the vote, the run. */
export const machine: TeacherText['machine'] = {
  title: 'The machine',
  at: (step, planned) => `Step ${step} of ${planned}`,
  atRound: (round, planned) => `Round ${round} of ${planned}`,
  passes: (count) => `${count} passes through the network`,
  state: {
    waiting: 'Waits for the vote',
    running: 'Running',
    byHand: 'By hand',
    paused: 'Paused',
    over: 'Has taken the steps that were planned',
  },
  rate: 'Learning rate',
  rateHint: 'Holds from the next step on.',
  rates: { small: 'too small', right: 'right', large: 'too large' },
  preset: (rate, what) => `${rate} · ${what}`,
  other: 'Another rate',
  use: 'Use',
  badRate: {
    'no-number': 'Type a number, such as 0.5.',
    'too-small': (least) => `The smallest is ${least}.`,
    'too-large': (most) => `The largest is ${most}.`,
  },
  batch: 'Examples a step',
  allExamples: (count) => `all ${count}`,
  speed: 'Steps a second',
  byHand: 'by hand',
  go: 'Set it going',
  halt: 'Stop the machine',
  step: 'Take a step',
  again: (rate) => `Again at ${rate}`,
  fromPinned: 'from the start',
  fromClass: 'from where the class got',
  againHint: 'Nothing is erased. The class votes again.',
  diverged: 'It has exploded: the error is above where it began. The step is too big.',
  costs: 'Error by what it cost',
  costsHint: 'In passes through the network: class and machine, one over the other.',
};

export const vote: TeacherText['vote'] = {
  title: 'The vote',
  voted: (count, all) => `${count} of ${all} ${plural(count, 'has', 'have')} voted`,
  secret: 'The result shows when it is closed. Nobody learns who voted what.',
  result: 'What the class voted',

  votes: (count) => `${count} ${plural(count, 'vote', 'votes')}`,
};

export const stop: TeacherText['stop'] = {
  title: 'Stopping in time',
  stopped: (count, all) => `${count} of ${all} ${plural(count, 'has', 'have')} stopped`,
  blind: 'Who and when is not known until you reveal it, and then without names.',
  best: 'Best round on new examples',
  bestIs: (round, loss) => `${round} (error ${loss})`,
  gap: 'Gap at the end between new and seen',
  patience: 'Rounds without improvement since',
  middle: 'Round by which half of them had stopped',
  restore: (round) => `Go back to the network of round ${round}`,
  restored: (round) => `The network is now that of round ${round}.`,
  revealTitle: 'Reveal it now?',
  revealText: (missing, round, planned) =>
    `${missing} ${plural(missing, 'person has', 'people have')} not stopped yet, and the machine is in round ${round} of ${planned}. After this nobody can stop any more.`,
  revealNow: 'Reveal it now',
};

export const test: TeacherText['test'] = {
  title: 'Never seen before',
  at: (index, all) => `Example ${index} of ${all}`,
  bets: (count, all) => `${count} of ${all} ${plural(count, 'has', 'have')} bet`,
  says: 'The network says',
  was: 'It was',
  right: 'right',
  wrong: 'wrong',
  classBets: 'The class bet on',
  betsOn: (count) => `${count} ${plural(count, 'bet', 'bets')}`,
  score: 'Right answers',
  scoreClass: 'The class',
  scoreNetwork: 'The network',
  scoreOf: (right, all) => `${right} of ${all}`,
  scoreHint: 'The class’s answer is what most people bet on.',
};

export const backprop: TeacherText['backprop'] = {
  title: 'The example that is explained',
  example: (number, all, what) => `Example ${number} of ${all}: ${what}`,
  hardest: 'The one that pulls hardest',
  isHardest: 'pulls hardest',
  next: 'The next one',
  previous: 'The one before',
  pick: 'Example',
  option: (number, what, features) => `${number} · ${what} · ${features}`,
  map: 'The examples, with a ring round the chosen one. The list does the same as a tap.',
  mapHint: 'Tap an example to explain it',
  check: {
    title: 'Check a gradient',
    about:
      'The probe moves one weight a little to either side and looks at the error: it has to come to the same.',
    weight: 'Weight',
    ask: 'Check it',
    closed: 'Open a layer first: the number would give it away.',
    down: 'Error with the weight a little lower',
    up: 'Error with the weight a little higher',
    probe: 'The probe: the difference, by the step',
    backprop: 'Backprop says',
    same: 'They agree',
    differ: 'They do not quite agree',
    remove: 'Take the check away',
  },
};
