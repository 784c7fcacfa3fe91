import type { CommonText } from '../common.ts';
import { plural } from '../plural.ts';

export const costCurves: CommonText['costCurves'] = {
  machine: 'The machine',
  badge: 'M',
  axis: 'passes through the network →',
  empty: 'No curve yet: the machine has not taken a step.',
  at: (error, passes) => `${error} after ${passes} passes`,
  beyond: (error) => `explodes: ${error}`,
  endless: 'explodes without end',
  line: (name, first, last, passes) => `${name}: from ${first} to ${last}, after ${passes} passes.`,
  about: (lines) => `Error by what it had cost. ${lines}`,
};

export const stopReveal: CommonText['stopReveal'] = {
  seen: 'error of the seen',
  validation: 'error of the new',
  stops: 'where the class stopped',
  noStops: 'Nobody stopped.',
  best: (round) => `best: round ${round}`,
  gap: 'gap',
  patience: (rounds) => `${rounds} ${plural(rounds, 'round', 'rounds')} without getting better`,
  axis: 'the machine’s rounds →',
  empty: 'Nothing to reveal yet.',
  about: (seen, fresh, best, bestLoss, gap, patience) =>
    `The error of what was seen ends at ${seen}; that of what is new, at ${fresh}. New examples did best in round ${best}, with ${bestLoss}. Gap at the end: ${gap}. Since the best, ${patience} ${plural(patience, 'round', 'rounds')} without getting better.`,
  stoppedAt: (round, count) => `${count} ${plural(count, 'person', 'people')} in round ${round}`,
  stopsAbout: (list) => `The class stopped like this: ${list}.`,
};
