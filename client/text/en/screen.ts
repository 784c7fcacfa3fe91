import { plural } from '../plural.ts';
import type { ScreenText } from '../screen.ts';
import { countWord } from './counts.ts';
import { lessons } from './lessons.ts';

const intros: ScreenText['intros'] = {
  practice: {
    question: 'Which weight is yours? Find it in the network.',
    see: 'A rehearsal without a clock. Nothing that happens here counts.',
  },
  guess: {
    question: 'If everybody moves a weight without knowing which way, will the error fall?',
    see: 'After each round you see the error and the right answers, and nothing else.',
  },
  'keep-if-better': {
    question: 'What if we keep only the changes that help? Will that do? How long will it take?',
    see: 'If the error rises, the round takes itself back.',
  },
  probe: {
    question: 'What if you could try your weight both ways before moving it?',
    see: 'First choose. Then you see the error each way.',
  },
  backprop: {
    question: 'Can we know which way every weight should go without trying them one by one?',
    see: 'The error returns from the answer, layer by layer, and leaves an arrow on each weight.',
  },
  autopilot: {
    question: 'If the machine follows all the arrows at once, how long should its step be?',
    see: 'First there is a vote. Then it descends by itself, its curve beside the class’s.',
  },
  stop: {
    question: 'A network that goes on training: does it go on getting better?',
    see: 'You see the error of what it already knows. Everybody stops just once, when they think it is best.',
  },
  test: {
    question: 'What will the network say of what nobody has seen?',
    see: 'One by one: first the class bets, then the network answers.',
  },
};

const happening: ScreenText['happening'] = {
  predict: 'The examples cross the network',
  compare: 'What it said, beside the truth',
  backward: 'The error returns',
  nudge: 'Time to propose',
  adjust: 'The network has changed',
  vote: 'What will the error do with this step?',
  run: 'The machine descends the gradient',
  reveal: 'What was hidden',
  bet: 'What is it?',
  answer: 'What the network says',
  score: 'Right answers',
};

const next: ScreenText['next'] = {
  vote: 'Next the machine begins to descend.',
  run: 'Every step is a round.',
  reveal: 'The network can go back to its best round.',
  bet: 'Next the network answers.',
  answer: 'Next, another one.',
  score: 'On what nobody had seen.',

  predict: 'Next it is compared with the truth.',
  compare: 'Next a change is proposed for every weight.',
  backward: 'Next it returns to the layer before.',
  nudge: 'Next all the weights move at once.',
};

const choose: ScreenText['choose'] = {
  practice: 'Try the buttons: lower, leave or raise your weight.',
  guess: 'Choose: should your weight go up, down or stay?',
  'keep-if-better': 'Choose. If the error rises, it is taken back.',
  probe: 'Choose: will the error fall if your weight goes up, or down?',
  backprop: 'Follow the arrow, or do not.',
  autopilot: 'Does it fall slowly, fall fast or explode?',
  stop: 'Stop just once, when you think the network is at its best.',
  test: 'Bet before the network answers.',
};

/** What the projector says. */
const drawing: ScreenText['drawing'] = {
  title: 'The class draws the points from its phones',
  closed: 'The network will be trained on these points',
  plane: (points) => `Plane with ${points} ${plural(points, 'point', 'points')}`,
  missing: (count) => `${count} missing`,
};

export const screen: ScreenText = {
  drawing,
  title: 'The class’s screen',
  lessons,
  intros,
  happening,
  next,
  choose,
  practiceStage: 'Practice',
  stageOf: (stage, all, name) => `Stage ${stage} of ${all} · ${name}`,
  stageNumber: (stage, all) => `Stage ${stage} of ${all}`,
  stageAlone: (stage) => `Stage ${stage}`,
  phasesLabel: 'Phases of the round',
  think: 'To think about',
  startsAt: (figure) => `It starts with an error of ${figure}`,
  afterCompareBackward: 'Next the error returns, layer by layer.',
  afterFirstLayer: 'Next, everybody decides with their arrow.',
  afterAdjust: 'The next round is about to begin.',
  afterPractice: 'That is how it is played. The real thing comes in a moment.',
  wentBack: (round) =>
    round === null ? 'Back to the start of the stage' : `Back to where round ${round} had left us`,
  wentBackWhy: 'Nothing is erased: what came after stays on the curve.',

  enterTitle: 'Enter with your device',
  enterWhere: 'on the same Wi-Fi as this screen',
  open: 'Open',
  type: 'Type',
  orScan: 'or point your camera here',
  inside: () => 'inside',
  nobodyYet: 'Nobody yet. The first name will appear here.',
  andMore: (count) => `and ${count} more`,
  locked: 'Entry is closed',
  lockedHow: 'The teacher’s console opens it.',
  noAddress: {
    'no-network': 'This computer is on no network. It needs the same Wi-Fi as the devices.',
    'only-private': 'No address was found that the devices could open.',
    unknown: 'The address could not be found out. It is on the teacher’s console.',
    recorded: 'This is the recording of a class: nobody can join it any more.',
  },
  lookingForAddress: 'Looking for the address…',
  enterAt: 'Enter at',
  showJoin: 'Show how to enter, large',
  joinHint: 'key J',

  ownership: (weights, seats) => ownership(weights, seats),

  nobodyToWaitFor: 'Nobody has to propose yet.',
  mapBefore: 'What the network believes of every combination of features.',
  mapAbout: (right, all) =>
    `What the network believes of every combination of features. ${right} of ${all} right.`,
  rightOf: (all) => `of ${all} right`,
  curveAbout: (rounds, first, last) =>
    `Error of the network: ${rounds} ${plural(rounds, 'round', 'rounds')}, from ${first} to ${last}.`,
  costSoFar: (passes) => `Passes: ${passes}`,
  forward: (count) => `${count} forward`,
  backward: (count) => `${count} backward`,

  sumAlone: 'Each weight by itself, added up',
  together: 'All at once',
  notTheSum: 'Not the same: the weights depend on each other.',
  aboutTheSum: 'This time, almost the same.',
  roseThough: 'It can rise though everybody chose well: all the weights moved at once.',
  stayed: 'Nobody moved anything: the network stays as it was.',
  takenBack: 'Taken back',
  takenBackWhy: (tried) => `It would have risen to ${tried}. Now we know: not that way.`,
  kept: 'Kept: the error fell, and the new network is the one that counts.',
  bounded: (count) => `${count} ${plural(count, 'weight', 'weights')} hit the limit: the step was too large.`,
  ranAhead: (rounds) =>
    rounds === null ? 'Several rounds at once' : `${rounds} ${plural(rounds, 'round', 'rounds')} at once`,
  ranAheadHow: 'Everybody went on as in this stage.',
  keptAhead: (kept, rounds) =>
    `${kept} of ${rounds} ${plural(kept, 'was', 'were')} kept; the others raised the error and were taken back.`,

  layerOpen: (layer, last) => (layer === last ? 'Output layer' : `Layer ${layer}`),
  layersOpen: (open, all) => `${open} of ${all} layers open`,
  backflowNote: 'the mean error returns along each connection, multiplied by its weight',
  chainTitle: (weight) => `The weight ${weight}`,
  biasChainTitle: (bias) => `The ${bias}`,
  cameIn: 'what came in',
  slope: 'slope',
  errorBack: 'error coming back',
  gradient: 'gradient',
  was: (truth, said) => `${truth}; the network said ${said}.`,
  wasA: {
    dog: 'It was a dog',
    cat: 'It was a cat',
    puppy: 'It was a puppy',
    grown: 'It was a grown dog',
    same: 'They were the same',
    different: 'They were different',
    inside: 'It was inside',
    around: 'It was around',
    adelie: 'It was an Adélie penguin',
    chinstrap: 'It was a chinstrap penguin',
    gentoo: 'It was a gentoo penguin',
  },
  wasNamed: (name) => `It was: ${name}`,
  saidClass: (name, share) => `“${name}” with ${share}`,
  forThisOne: 'For this example',
  meanIs: (all) => `Mean of all ${all}: the arrow`,
  costTitle: 'What it costs to know',
  probing: 'Try each weight',
  probingCost: (passes) => `${passes} passes: two per weight`,
  backpropagating: 'Backpropagate',
  backpropagatingCost: 'one forward and one backward, for all the weights',

  handedIn: {
    nudge: (count, all) => `${count} of ${all} ${plural(all, 'has', 'have')} proposed`,
    vote: (count, all) => `${count} of ${all} ${plural(all, 'has', 'have')} voted`,
    stop: (count, all) => `${count} of ${all} ${plural(all, 'has', 'have')} stopped`,
    bet: (count, all) => `${count} of ${all} ${plural(all, 'has', 'have')} bet`,
  },
  nobodyHere: 'Nobody is in the class yet.',
  rate: 'Learning rate',
  steps: 'Steps',
  vote: {
    about: 'How far the machine goes, at each step, along each weight’s arrow.',
    result: 'What the class expected',
  },
  pace: (speed, batch) => `${pace(speed)}, ${batchSize(batch)}.`,
  diverged: 'The error has exploded: the step is too long.',
  divergedShort: 'It exploded.',
  divergedWhy: 'So long a step leaps across the valley, higher each time. Now we know: a shorter one.',
  reveal: {
    title: 'How one can tell',
    best: 'The best round',
    bestWhy: 'There the error on new examples was least.',
    gap: 'The gap',
    gapWhy: 'How much more it errs on the new: if it grows, it memorises.',
    patience: 'The patience',
    patienceWhy: 'Rounds without getting better on the new: at a set number, stop.',
  },
  test: {
    among: (values) => `The new one, among those already seen: ${values}.`,
    hidden: 'The bets show when the network answers.',
    was: 'It was',
    said: 'The network said',
    right: 'and was right',
    wrong: 'and was wrong',
    output: 'Its answer, from −1 to 1:',
    outputFromZero: 'Its answer, from 0 to 1:',
    bets: 'What the class bet',
    people: 'The class',
    of: (all) => `of ${all}`,
    none: 'Nobody bet on any this time.',
    even: 'A draw between the class and the network.',
    peopleMore: 'The class was right more often.',
    networkMore: 'The network was right more often.',
    whyItCounts: 'On examples nobody had seen: only this says what the learning is worth.',
  },
  bowl: {
    title: 'The error, as a bowl',
    how: 'The ball is the network: lower down, less error. Each ring is one error.',
    moreWeight: 'more weight →',
    moreBias: 'more bias',
    about: (now, lowest) =>
      `The error by weight and bias is shaped like a bowl. The network is at ${now}; the bottom, at ${lowest}.`,
  },
  exampleNumber: (example) => `Example ${example}`,
  opposite: 'This example pulls the other way than the mean: the arrow follows all of them, not one.',
  check: {
    title: 'Checked with a probe',
    probe: (step) => `Probe: the error at ±${step}`,
    backprop: 'Backpropagation',
    close: 'It is the same number, as far as the probe can tell.',
    far: 'It is not the same: the error is not straight on that stretch.',
  },
  animalOf: (animal, all) => `${animal} of ${all}`,
  score: (people, network, all) => `The class: ${people} of ${all}. The network: ${network} of ${all}.`,

  attention: 'Eyes up here',
  attentionHow: 'The devices are waiting.',
  paused: 'Paused',
  pausedHow: 'The clock has stopped.',
  slept: 'The server was asleep. The clock waits.',
  saving: 'Saving… The class goes on in a moment. Nothing is lost.',
  teacherAway: 'Reconnecting with the teacher’s console. The class is still here.',
  linkLost: 'No connection with the server. What you see may be old.',
  connecting: 'Connecting with the class…',
  blank: 'The screen is off for a moment.',
  noToken: 'This address lacks the screen’s key. Open it from the teacher’s console.',
  ended: 'The class has ended',
  endedSummary: (rounds, first, last) =>
    `${rounds} ${plural(rounds, 'round', 'rounds')} by us all: the error went from ${first} to ${last}.`,
  endedNothing: 'No round was played this time.',
  best: 'Best error',
  answersRight: 'Right at the end',
  thanks: 'Thank you for training the network.',
  live: (phase, error) => `${phase}. Error of the network: ${error}.`,
  theme: { system: 'As the system', light: 'Light', dark: 'Dark', label: 'Colours' },
};

function pace(speed: number): string {
  if (speed === 0) return 'Step by step';
  return `${speed} ${plural(speed, 'step', 'steps')} a second`;
}

function batchSize(batch: number | null): string {
  return batch === null ? 'each looking at all examples' : `each looking at ${batch} at random`;
}

function ownership(weights: number, seats: number): string {
  if (seats === 0) return `${weights} weights to hand out.`;
  const start = `${weights} ${plural(weights, 'weight', 'weights')} for ${seats}:`;
  if (seats === weights) return `${start} one each.`;
  return seats < weights ? `${start} ${severalEach(weights, seats)}` : `${start} ${shared(weights, seats)}`;
}

/** Fewer people than weights. How many each holds has a ceiling, so a very small class is told no number. */
function severalEach(weights: number, seats: number): string {
  const each = Math.floor(weights / seats);
  const more = weights - each * seats;
  if (each >= 4) return 'everybody holds several.';
  if (more === 0) return `everybody holds ${countWord(each)}.`;
  return `${countWord(more)} ${plural(more, 'person holds', 'people hold')} ${countWord(each + 1)}, the rest ${countWord(each)}.`;
}

/** More people than weights: some weights have two owners, or all have several. */
function shared(weights: number, seats: number): string {
  const owners = Math.floor(seats / weights);
  const more = seats - owners * weights;
  if (owners === 1) return `${countWord(more)} ${plural(more, 'is', 'are')} shared by two.`;
  if (more === 0) return `each is shared by ${countWord(owners)}.`;
  return `each is shared by ${countWord(owners)} or ${countWord(owners + 1)}.`;
}
