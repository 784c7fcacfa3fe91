import { plural } from '../plural.ts';
import type { StudentText } from '../student.ts';

const beforeChoosing: StudentText['beforeChoosing'] = {
  practice: 'This is practice: press a button and see what happens. You may change your mind.',
  guess: 'No hints: choose what you like.',
  'keep-if-better': 'Choose. If the error rises, the round is taken back.',
  probe: 'Choose first. Then you will see the error both ways.',
  backprop: 'With your arrow before you, choose.',
  autopilot: 'The machine descends by itself: vote what it will do.',
  stop: 'Stop just once, when you think it is best.',
  test: 'Bet before the network answers.',
};

const gone: StudentText['gone'] = {
  'opened-elsewhere': {
    title: 'The class is open somewhere else',
    about: 'Another tab or device has your seat now. One tap brings it back here.',
  },
  removed: {
    title: 'You are no longer in this class',
    about: 'If that is a mistake, talk to your teacher: your seat can be given back.',
  },
  left: {
    title: 'You have left the class',
    about: 'Thank you for training. You may enter again with the code.',
  },
  ended: { title: 'The class is over', about: 'Thank you for training.' },
  'client-too-old': { title: 'There is a new version', about: 'Reload the page to go on.' },
  'unknown-token': {
    title: 'This device has no seat here any more',
    about: 'Enter again with the code on the screen.',
  },
  'unknown-code': { title: 'That class cannot be found', about: 'Check the code on the screen.' },
  'room-set-aside': {
    title: 'This class could not be opened',
    about: 'Tell your teacher. What has been done is saved.',
  },
};

/** What the phone says. */
export const student: StudentText = {
  later: async () => (await import('./later.ts')).later,

  connecting: 'Connecting to the class…',
  practice: 'Practice',
  lobby: 'Waiting room',
  stageOf: (stage, all) => `Stage ${stage} of ${all}`,
  timeLeft: (seconds) => `${seconds} s`,

  inside: 'You are in',
  draw: 'The class draws the points. Choose a class and touch the plane.',
  waitingTitle: 'One moment',
  waitingAbout: 'Your teacher will let you in shortly.',
  waitingAs: 'You are waiting as',
  waitingKept: 'This device keeps your place even if you reload the page.',
  waitingLeave: 'Stop waiting',

  youAre: 'On the screen you are called',
  lobbyNext: 'When the class begins, your weight will appear here.',
  meanwhile: 'Meanwhile, find your name on the screen.',
  howMany: (count) => `${count} in the class`,

  introWeight: (count) => plural(count, 'This is your weight', 'These are your weights'),
  introNext: 'The round begins in a moment. Look at the screen.',
  soFar: (rounds) => `The error over ${rounds === 1 ? 'the round' : `the ${rounds} rounds`} of this stage`,
  curveAbout: (rounds, first, last) =>
    `Error of the network: ${rounds} ${plural(rounds, 'round', 'rounds')}, from ${first} to ${last}.`,

  lateTitle: 'The round had already begun',
  lateAbout: 'You get your weight in the next one. Meanwhile, look at the screen.',

  watch: {
    predict: {
      title: 'The examples cross the network',
      about: 'Look at the screen: the network answers each one.',
    },
    compare: {
      title: 'The answer, beside the truth',
      about: 'The more the network is wrong, the larger the error.',
    },
    backward: { title: 'The error returns', about: 'Each layer that opens leaves an arrow on its weights.' },
  },
  machine: {
    vote: 'What will the error do?',
    run: 'The machine descends by itself',
    reveal: 'What was hidden',
    bet: 'What is it?',
    answer: 'What it was',
    score: 'Right answers',
  },
  thenCompare: 'Then it is compared with the truth.',
  thenNudge: 'Then it is your turn: lower, leave or raise.',
  thenBackward: 'Then the error returns, layer by layer.',

  guessQuestion: 'Which way will your arrow point?',
  guessAbout: 'The arrow will say which way the error falls. Think before you see it.',
  guessMine: (word) => `You thought: ${word}.`,
  guessRight: 'Just as you thought.',
  guessWrong: 'Not what you thought: that teaches something too.',
  flat: 'flat',
  arrowTitle: 'Your arrow',
  arrow: {
    raise: 'The error falls if your weight goes up.',
    lower: 'The error falls if your weight goes down.',
    flat: 'It hardly matters: the error is flat around here.',
  },
  gradientIs: (figure) => `gradient ${figure}`,

  beforeChoosing,
  changeMind: 'You may change your mind until the round closes.',
  lastChance: 'Everybody has chosen: a few seconds left to change your mind.',
  chose: 'You chose',
  probeCurve: 'This is how the error would change if only your weight moved:',
  probeAbout: (lower, now, raise) =>
    `The error is ${now} now; if your weight goes down, ${lower}; if it goes up, ${raise}.`,
  weightTab: (number) => `Weight ${number}`,
  stillOpen: (number) => `Weight ${number} is still open.`,
  weights: 'Your weights',
  weightDone: 'proposed',
  with: (names) => `You share it with ${names}.`,
  and: 'and',

  yourProposal: 'Your proposal',
  noProposal: 'You proposed nothing this time.',
  effects: 'What it did to the error',
  alone: 'You alone',
  sumAlone: (weights) => `Sum of the ${weights} weights, one by one`,
  together: 'All at once',
  notTheSum: 'All weights move at once: the joint effect is not the sum of the single ones.',
  roseThough: 'The error may rise although each chose well: all weights moved at once.',
  takenBack: 'Taken back',
  discovery: (tried) => `It would have risen to ${tried}. A discovery: not that way.`,
  kept: 'The error fell: the change stays.',
  bounded: 'It reached its limit and stays there: the step was too large.',
  sharedBy: (count, names) => `Your weight belongs to ${count}: ${names}`,
  more: (count) => `${count} more`,
  moreProposals: ({ raise, leave, lower }) => `${raise} up, ${lower} down, ${leave} as it is`,
  you: 'you',
  agreement: {
    alike: 'Agreed: the whole step.',
    'same-way': 'Agreed on the way, not on how far: the weight moved by what lies between.',
    mixed: 'Each proposed something else: the weight moved by what was left between you.',
  },
  cancelled: (names) => `You and ${names} cancelled out: talk.`,
  agreed: (agreed, all) =>
    all === 1
      ? agreed === 1
        ? 'You followed the arrow.'
        : 'You did not follow the arrow this time.'
      : `With the arrow: ${agreed} of ${all}.`,
  ranAhead: 'Several rounds at once',
  ranAheadAbout: 'Each weight went on as in this stage.',
  nextRound: 'The next round comes in a moment. Look at the screen.',
  practiceOver: 'That is how it is played. The real thing comes in a moment.',

  attention: 'Look at the screen',
  attentionAbout: 'This device waits with you.',
  paused: 'Pause: the clock stands still.',
  slept: 'Your teacher’s computer fell asleep. The class goes on where it was.',
  muted: 'Your proposals do not count for now. Talk to your teacher.',
  teacherAway: 'Your teacher is connecting again. The class waits.',
  storeSaving: 'Saving… Nothing is lost.',
  lost: 'No connection. It is sent when it is back.',
  connectNow: 'Connect',
  slow: 'slow link',

  loadingScene: 'This part is loading…',
  sceneFails: 'The connection is slow: it keeps trying. If nothing comes, reloading keeps your seat.',

  gone,
  continueHere: 'Continue here',
  tryAgain: 'Try again',
  enterWithCode: 'Enter with a code',
  reload: 'Reload',

  endedTitle: 'The class is over',
  endedAbout: (name) => `Thank you for training, ${name}.`,
  endedThanks: 'Thank you for training.',
  finalError: 'Final error of the network',

  menu: 'Your seat and this page',
  openMenu: 'Open the menu',
  name: 'Your name',
  newName: 'Another name',
  saveName: 'Save',
  leave: 'Leave the class',
  leaveAbout: 'Your weights will go to somebody else and this device will lose its seat.',
  leaveSure: 'Yes, leave',
  stay: 'Stay',
};
