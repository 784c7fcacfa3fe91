import type { TeacherText } from '../teacher.ts';
import { plural } from '../plural.ts';
import { lessons } from './lessons.ts';
import { signIn } from './sign-in.ts';

export const teacher: TeacherText = {
  title: 'Descenso · console',
  door: 'Class console',
  signIn,
  home: {
    title: 'Your classes',
    recordings: 'Recordings',
    create: 'Open a class',
    lesson: 'Lesson',
    lessons,
    language: 'Language of the class',
    time: 'Time per round',
    untimed: 'untimed',
    seconds: (count) => `${count} s`,
    freeNames: 'Let them type their name (filtered)',
    size: 'People in the class',
    ownership: (seats, parameters, perSeat) => ownershipPlan(seats, parameters, perSeat),
    open: 'Open',
    opening: 'Opening…',
    running: 'Open classes',
    none: 'No class is open.',
    goIn: 'Go back in',
    session: (seats, rounds) =>
      `${seats} ${plural(seats, 'person', 'people')} · ${rounds} ${plural(rounds, 'round', 'rounds')}`,
  },
  bar: {
    code: 'Code',
    screen: 'Open the screen',
    devices: 'Another device',
    invite: 'How to join',
    inside: (present, away, bots) =>
      [
        `${present} here`,
        away > 0 ? `${away} disconnected` : '',
        bots > 0 ? `${bots} ${plural(bots, 'bot', 'bots')}` : '',
      ]
        .filter((part) => part !== '')
        .join(' · '),
    open: 'Door open',
    locked: 'Door closed',
    lockHint: 'Open or close the door to the class',
    end: 'End',
    home: 'All classes',
  },
  join: {
    title: 'How to join',
    address: 'Address',
    chooseAddress: 'This computer has several addresses. Choose the classroom network’s:',
    noAddress:
      'This computer has no address that phones can open. Connect it to the classroom network and look again.',
    newCode: 'New code',
    newCodeHint: 'Everyone inside stays. The old code stops working.',
    qr: (address) => `QR code to join at ${address}`,
    pair: 'Open the console on another device',
    pairHint: 'This code hands over the class. Do not project it.',
    reveal: 'Show the console’s code',
    screenLink: 'Screen for the projector',
    screenHint: 'It only shows: nothing can be changed from it.',
    openScreen: 'Open the screen in another window',
    copy: 'Copy the link',
    copied: 'Link copied',
  },
  lobby: {
    title: 'Before you start',
    about:
      'Project the screen so that the class can join. Start whenever you like: whoever comes late gets weights in the next round.',
    empty: 'Nobody has joined yet.',
    fill: 'Fill with bots',
    fillHint: 'Bots take the empty seats and propose by themselves.',
    fillTo: (seats) => `up to ${seats}`,
    removeBots: 'Send the bots home',
    practice: 'Practice round',
    practiceHint: 'To get to know the buttons: it does not count and has no clock.',
  },
  next: {
    start: 'Start the lesson',
    openRound: (round) => `Open round ${round}`,
    nextRound: (round) => `Go on with round ${round}`,
    layer: (layer) => `Pass through layer ${layer}`,
    compare: 'Compare with the truth',
    backward: 'Send the error back',
    backwardLayer: (layer) => `Open layer ${layer}`,
    nudge: 'Ask for proposals',
    close: 'Close the round and adjust',
    resume: 'Go on',
    ended: 'The class has ended',
    space: 'space',
  },
  pace: {
    fastForward: (rounds) => `+${rounds} ${plural(rounds, 'round', 'rounds')}`,
    fastForwardHint: 'Play several rounds at once, as the class would',
    attention: 'Attention',
    attentionOn: 'Release the phones',
    attentionHint: 'Freezes the phones: look at the screen',
    pause: 'Pause',
    resume: 'Go on',
    moreTime: '+10 s',
    undo: 'Undo the round',
    blank: 'Blank the screen',
    unblank: 'Show the screen',
    automatic: 'Automatic pace',
    speed: 'Speed',
    help: 'Keys',
  },
  settings: {
    title: 'Round settings',
    more: 'More settings',
    time: 'Time',
    hints: 'hints on phones',
    closeRule: 'Closes when proposals come from',
    closeRules: { all: 'everybody', 'ninety-percent': '90%', teacher: 'nobody: I close it' },
    stepSize: 'Step size',
    stepPolicy: 'The step',
    policies: { fixed: 'stays', cooling: 'cools', adaptive: 'adapts' },
    aggregation: 'Several proposals for one weight',
    aggregations: { mean: 'mean', majority: 'majority', median: 'median' },
    caretaker: 'Weights of the absent',
    caretakers: { hold: 'hold still', probe: 'are probed', gradient: 'follow the gradient' },
    names: 'names on the screen',
    freeNames: 'free names',
    agreement: '“with the gradient” column',
    grace: 'Wait before minding them',
  },
  curve: {
    title: 'The error’s curve',
    hint: 'Tap a point to go back to that round',
    fresh: 'error on what it has not seen',
    freshHint: 'Only you see it. Mind it if this computer is being projected.',
    goBack: (round) => (round === null ? 'Go back to the start of the stage' : `Go back to round ${round}`),
    goBackTitle: 'Go back?',
    goBackText: (round) =>
      round === null
        ? 'The network is as it was at the start of the stage. Nothing is erased: the curve keeps what happened.'
        : `The network is as it was after round ${round}. Nothing is erased: the curve keeps what happened.`,
    label: (rounds, from, to) => `Network error over ${rounds} rounds, from ${from} to ${to}.`,
  },
  stages: {
    title: 'Stages',
    minutes: (minutes) => `${minutes} min`,
    rounds: (played, planned) => `round ${played} of ${planned}`,
    left: (minutes) => (minutes >= 0 ? `${minutes} min left` : `${-minutes} min over`),
    enter: (name) => `Go to “${name}”`,
    restart: 'Play the stage again from its start',
    restartTitle: 'Play the stage again?',
    jumpTitle: (name) => `Go to “${name}”?`,
    jumpText: 'The stage starts from the lesson’s first network. What was played is kept.',
    script: 'Script',
  },
  table: {
    title: 'The class',
    name: 'Name',
    weight: 'Weight',
    proposes: 'Proposes',
    agreement: 'With the gradient',
    waiting: '…',
    notYet: 'has not proposed yet',
    late: 'joins in the next round',
    presence: { present: '', absent: 'disconnected', minded: 'disconnected: the weight is minded' },
    muted: 'muted',
    removed: 'removed',
    bot: 'bot',
    hint: 'Tap a name to change it, give it another weight or remove it',
    open: (name) => `Open ${name}`,
    more: (count) => `and ${count} more`,
  },
  seat: {
    rename: 'Name',
    newName: 'Another name by chance',
    save: 'Save',
    mute: 'Muted: proposals do not count',
    weight: 'Give another weight',
    weightHint: 'It is exchanged with whoever has it when the next round opens.',
    give: 'Exchange',
    preview: 'See the phone',
    remove: 'Remove from the class',
    restore: 'Let back in',
    removed: (name) => `${name} is out of the class.`,
    restored: (name) => `${name} may come back.`,
  },
  preview: {
    title: (name) => `${name}’s phone`,
    about: 'This is what it shows. Nothing can be proposed from here.',
    noWeights: 'Gets weights in the next round.',
    chosen: (what) => `Has chosen to ${what}`,
    nothing: 'Has not chosen yet.',
  },
  spotlight: {
    on: (title) => `Pointed out on the screen: ${title}`,
    off: 'Take the spotlight off',
    hint: 'Tap a weight of the network to point it out on the screen',
  },
  ends: {
    title: 'End the class?',
    text: 'Nobody will be able to play on. The session is kept, and names typed by hand are deleted.',
    confirm: 'End the class',
    summary: 'The class has ended',
    figures: (rounds, first, last) =>
      `${rounds} ${plural(rounds, 'round', 'rounds')}: the error went from ${first} to ${last}.`,
    right: (seen, fresh) => `Right answers: ${seen} of what it has seen, ${fresh} of what it has not.`,
    recording: 'See the recording',
    report: 'Report on the class',
    recordings: 'Go to the recordings',
    again: 'Open another class',
  },
  keys: {
    title: 'Keys',
    next: 'whatever comes next',
    fastForward: 'run rounds ahead',
    attention: 'attention: freeze the phones',
    automatic: 'automatic pace',
    pause: 'pause and go on',
    blank: 'blank or show the screen',
    undo: 'undo the round',
    moreTime: 'ten seconds more',
    help: 'this help',
  },
  state: {
    paused: 'Paused',
    attention: 'The phones are frozen: “look at the screen”.',
    serverSlept: 'This computer went to sleep. Nothing is lost; the clock stands still.',
    store: 'Saving: the disk does not answer. Nothing is lost; the class waits.',
    lost: 'No connection to the server. The class goes on; you are back as soon as it answers.',
    retry: 'Connect',
    slow: 'slow link',
    connecting: 'Going into the class…',
    unknownToken: 'This link no longer opens the class’s console. Enter again with the teacher key.',
    other: 'Done already from another device.',
  },
  phase: (round, phase) => `Round ${round} · ${phase}`,
  intro: (stage) => `“${stage}” begins`,
  bounded: (count) =>
    `${count} ${plural(count, 'weight', 'weights')} reached the bound and stopped there: the step is too big.`,
  refusedBy: { 'already-done': 'Done already: another device was faster.' },
  untilNow: 'so far',
};

function ownershipPlan(seats: number, parameters: number, perSeat: number): string {
  if (seats <= 0) return '';
  if (seats > parameters) {
    return `${parameters} weights for ${seats}: each weight is held by ${Math.floor(seats / parameters)} to ${Math.ceil(seats / parameters)} people.`;
  }
  const held = Math.min(parameters, seats * perSeat);
  const most = Math.ceil(held / seats);
  const least = Math.floor(held / seats);
  const each =
    most === least ? `${most} ${plural(most, 'weight', 'weights')}` : `${least} or ${most} weights`;
  const rest = parameters - held;
  return rest > 0
    ? `${parameters} weights for ${seats}: ${each} each, and ${rest} minded by the program.`
    : `${parameters} weights for ${seats}: ${each} each.`;
}
