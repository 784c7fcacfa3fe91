import { plural } from '../plural.ts';
import type { LaterText } from '../later.ts';

const draw: LaterText['draw'] = {
  title: 'Draw points',
  pick: 'Class of the point',
  plane: (points, name) =>
    `Plane with ${points} ${plural(points, 'point', 'points')}. Put a point of ${name}.`,
  how: 'Touch the plane to put a point. With a keyboard: arrows move the cross, Enter puts the point.',
  full: 'You have put all your points. Take one away to put another.',
  missing: (count) => (count === 0 ? 'enough' : `${count} missing`),
  at: (x, y) => `Horizontal ${x}, vertical ${y}`,
  undo: 'Take away my last point',
  own: (count, most) => `You have put ${count} of ${most}.`,
};

const vote: LaterText['vote'] = {
  about: (rate) =>
    `The machine will descend by itself, in steps as long as the learning rate says: ${rate}. Vote before it begins.`,
  accepted: 'Vote received. You may change it until it begins.',
  mine: (vote) => `Your vote: ${vote}.`,
  none: 'You did not vote this time.',
  result: 'What the class voted',
  nobody: 'Nobody voted this time.',
  count: (count) => `${count} ${plural(count, 'vote', 'votes')}`,
  yours: 'your vote',
};

const descent: LaterText['descent'] = {
  rate: 'Learning rate',
  steps: (steps) => `${steps} ${plural(steps, 'step', 'steps')}`,
  all: 'with all examples in every step',
  batch: (size) => `with ${size} ${plural(size, 'example', 'examples')} in every step`,
  waiting: 'The machine has not taken a step yet.',
  divergedTitle: 'The error exploded',
  diverged:
    'The step was too large: the machine leaps across the valley and lands farther off each time. Nothing is broken: with a smaller rate it descends again.',
  curves: 'The machine and the class, by what each cost',
};

const stop: LaterText['stop'] = {
  question: 'Is it learning or memorising?',
  about:
    'The error of what it has seen keeps falling. You have one STOP: press it in the round where you would stop training.',
  blind: 'Nobody sees when you stop. The error of what is new is uncovered at the end.',
  press: 'STOP',
  keep: (round) => `I keep round ${round}`,
  fresh: 'what is new',
  round: (round) => `round ${round}`,
  sending: 'Sending your STOP…',
  stopped: (round) => `You stopped at round ${round}`,
  stoppedAbout:
    'It is kept and cannot be changed. The machine goes on without you: at the end, what is new is uncovered.',
  over: 'The machine has finished. In a moment, what is new is uncovered.',
};

const reveal: LaterText['reveal'] = {
  best: 'Best round for what is new',
  mine: 'Your STOP',
  none: 'You did not stop this time.',
  exact: 'Right at the best round.',
  after: (rounds) => `${rounds} ${plural(rounds, 'round', 'rounds')} later: it had begun to memorise.`,
  before: (rounds) =>
    `${rounds} ${plural(rounds, 'round', 'rounds')} earlier: there was something left to learn.`,
  errors: (mine, best) => `Error of what is new: ${mine} in your round, ${best} in the best.`,
  howTold: 'This is how one can tell',
  gap: (figure) => `At the end, what is new parts from what was seen: ${figure}.`,
  patience: (rounds) => `What is new has not improved for ${rounds} ${plural(rounds, 'round', 'rounds')}.`,
  waiting: 'In a moment, what was hidden is uncovered.',
};

const test: LaterText['test'] = {
  animal: (number, all) => `Animal ${number} of ${all}`,
  example: (number, all) => `Example ${number} of ${all}`,
  fresh: 'Nobody had seen it: neither the class nor the network.',
  features: 'What is known',
  accepted: 'Bet received. You may change it until the network answers.',
  truth: 'It was',
  network: 'The network says',
  mine: 'Your bet',
  none: 'you did not bet',
  right: 'right',
  wrong: 'wrong',
  youRight: 'You were right.',
  youWrong: 'Not this time.',
  classBets: 'What the class bet',
  bets: (count) => `${count} ${plural(count, 'bet', 'bets')}`,
  soFar: 'Right answers so far',
  score: 'Right answers on what nobody had seen',
  theClass: 'The class',
  theNetwork: 'The network',
  of: (right, all) => `${right} of ${all}`,
  scoreAbout: {
    network:
      'The network was right more often than the class, on what it had never seen: that is having learnt.',
    class: 'The class was right more often than the network: it has something left to learn.',
    same: 'The class and the network were right equally often.',
  },
  majority: 'The class answers what most had bet on.',
};

const inside: LaterText['inside'] = {
  open: 'Look inside my weight',
  title: 'Inside your weight',
  example: (name) => `One example: ${name}`,
  chosen: 'Your teacher chose it.',
  hardest: 'It is the one that pulls hardest at the weights.',
  input: { label: 'What came in', about: 'what arrived along your weight' },
  bias: { label: 'Always 1', about: 'a bias looks at nothing' },
  slope: { label: 'Slope', about: 'how much the neuron answers when it is pushed' },
  error: { label: 'Error that came back', about: 'how much the error rises if the neuron answers more' },
  met: {
    label: 'Error that came back',
    about: 'what it answered less what it was: at the output, the slope is already in it',
  },
  gradient: { label: 'Gradient', about: 'multiply them, and this comes out for this example' },
  here: {
    raise: 'For this example, the error falls if your weight goes up.',
    lower: 'For this example, the error falls if your weight goes down.',
    flat: 'This example hardly pulls at your weight.',
  },
  mean: 'Mean over all examples',
  against: 'The mean points the other way than this example. The mean decides: the network learns from all.',
  alike: 'The mean points the same way.',
  arrow: 'Your arrow',
  notation: 'The same, as it is written',
};

const check: LaterText['check'] = {
  title: 'Checked by hand',
  about: (step) => `Your weight was moved ${step} to either side, and the error looked at.`,
  probe: 'By trying',
  backprop: 'By backprop',
  same: 'It is the same number, by two ways.',
  differs: 'They are not equal: worth a look.',
};

/** What the phone says in the scenes that are loaded once it is in the class. */
export const later: LaterText = {
  voted: (count, all) => `${count} of ${all} ${plural(count, 'has', 'have')} voted.`,
  haveBet: (count, all) => `${count} of ${all} ${plural(count, 'has', 'have')} bet.`,
  draw,
  vote,
  descent,
  stop,
  reveal,
  test,
  inside,
  check,
};
