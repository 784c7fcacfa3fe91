import type { ReportText } from '../report.ts';
import { plural } from '../plural.ts';

/** What the report on a class says. */
export const report: ReportText = {
  pageTitle: 'Descenso · report',
  title: 'Report on the class',
  loading: 'Opening the recording…',
  noLink: 'This link no longer opens the report: it expired, was taken back, or a piece of it is missing.',
  broken: 'The recording is damaged and cannot be read.',
  again: 'Try again',
  library: 'Recordings',
  watch: 'Watch the recording',
  print: 'Print',
  options: 'What the report holds',
  names: 'With the names',
  namesHint: 'They show on this page, on paper and in the tables. Unticked, everybody goes by a number.',
  noNames: 'The names of this class were deleted: everybody goes by a number.',
  minutes: (count) => (count === 0 ? 'less than a minute' : `${count} min`),
  attended: (students, bots) =>
    bots === 0
      ? `${students} ${plural(students, 'student', 'students')}`
      : `${students} ${plural(students, 'student', 'students')} and ${bots} ${plural(bots, 'bot', 'bots')}`,
  nothing: 'No round was played in this class: there is nothing to tell.',
  facts: {
    title: 'In a few words',
    rounds: 'Rounds',
    error: 'Error at the end',
    from: (first) => `it began at ${first}`,
    right: 'Right at the end',
    fresh: (share) => `${share} of what it had not seen`,
    passes: 'Passes through the network',
    ways: (forward, backward) => `${forward} forward, ${backward} backward`,
  },
  curve: {
    title: 'How the error fell',
    label: (rounds, first, last) =>
      `Error of the network in ${rounds} ${plural(rounds, 'round', 'rounds')}: from ${first} to ${last}.`,
    seen: 'error on what it has seen',
    fresh: 'error on what it had not seen',
    takenBack: 'a round taken back',
    leftBehind: 'a way that was left',
    best: 'best round',
  },
  best: {
    title: 'The best round',
    about: (round, stage, loss, right) =>
      `Round ${round}, in “${stage}”: this is when the network answered best what it had not seen, with an error of ${loss} and ${right} right.`,
    last: 'No rounds came after it.',
    after: (rounds, loss) =>
      `${rounds} more ${plural(rounds, 'round', 'rounds')} came after it, and at the end that error was ${loss}.`,
    see: 'See that moment',
  },
  stages: {
    title: 'Stage by stage',
    stage: 'Stage',
    rounds: 'Rounds',
    fast: (count) => `${count} run ahead`,
    takenBack: (count) => `${count} taken back`,
    error: 'Error',
    fromTo: (first, last) => `${first} → ${last}`,
    fresh: 'On what it had not seen',
    passes: 'Passes',
  },
  cost: {
    title: 'What it cost to know',
    about:
      'Each bar is a pass through the network, or several where they do not fit. Black ones go forward; coloured ones go backward.',
    perRound: (passes) => `${passes} a round`,
    total: (passes) => `${passes} in all`,
    ways: (forward, backward) => `${forward} forward and ${backward} backward`,
    forwardOnly: (forward) => `${forward} forward`,
  },
  stops: {
    title: 'When to stop',
    about:
      'Each one stopped the machine blind, without seeing the error of new examples. The columns say in which round, and how many; nobody is named.',
  },
  weights: {
    title: 'Weight by weight',
    about: 'How many of the proposals for each weight went the way the error fell.',
    weight: 'Weight',
    agreed: 'With the gradient',
    of: (agreed, all) => `${agreed} of ${all}`,
    none: 'nobody proposed',
  },
  people: {
    title: 'Who contributed what',
    about: 'In the order they came in. This is no ranking: leaving a weight alone is a decision, too.',
    name: 'Seat',
    named: 'Name',
    weights: 'Weights',
    rounds: 'Rounds',
    proposals: 'Proposals',
    agreed: 'With the gradient',
    bot: 'bot',
    number: (seat) => `no.\u00a0${seat}`,
    together: (bots) => `${bots} ${plural(bots, 'bot', 'bots')}`,
  },
  tables: {
    title: 'The tables',
    about: 'For a spreadsheet or a program.',
    numbers: 'Cells and decimals',
    ways: { 'semicolon-comma': '1,5 ; 2,5', 'comma-point': '1.5 , 2.5', 'semicolon-point': '1.5 ; 2.5' },
    rounds: 'By round (CSV)',
    seats: 'By person (CSV)',
    weights: 'By weight (CSV)',
    files: { rounds: 'rounds', seats: 'people', weights: 'weights' },
    json: 'All of it (JSON)',
  },
  made: (date) => `Made with Descenso on ${date}.`,
};
