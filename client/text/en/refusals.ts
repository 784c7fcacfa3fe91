import type { refusals as spanish } from '../es/refusals.ts';

/** Why something asked for did not happen, said to the person who asked. `ms` is how late, or how long to wait. */
export const refusals: typeof spanish = {
  malformed: () => 'That message makes no sense. Reload the page.',
  'not-allowed': () => 'This device may not do that.',
  'already-done': () => 'It is done already.',
  'not-now': () => 'Not now: wait for its phase.',
  'session-ended': () => 'The class has ended.',
  'session-locked': () => 'The door is closed. Ask for it to be opened.',
  'session-full': () => 'There is no room left in this class.',
  'not-let-in': () => 'Your teacher has not let you in yet.',
  'unknown-seat': () => 'That seat is no longer in the class.',
  'unknown-round': () => 'That round is over. Look at the new one.',
  'unknown-parameter': () => 'That weight is not in this network.',
  'not-owner': () => 'Somebody else minds that weight now.',
  late: (ms) =>
    ms > 0 ? `It came ${tenths(ms)} late: the round was closed.` : 'The round was already closed.',
  paused: () => 'The class is paused.',
  muted: () => 'Your nudges do not count for now. Talk to your teacher.',
  removed: () => 'You are no longer in this class.',
  'bad-number': () => 'That number will not do.',
  'bad-name': () => 'That name will not do. Choose another.',
  'enough-points': () => 'You have drawn as many points as one may. Erase one to draw another.',
  'plane-full': () => 'The plane is full: no more points fit.',
  'too-few-points': () => 'Some class still has too few points.',
  'slow-down': (ms) => `Too fast. Wait ${seconds(ms)}.`,
  'store-full': () => 'The disk is full. Nothing is lost: free some space and try again.',
  saving: () => 'Saving. Nothing is lost: wait a moment.',
};

function seconds(ms: number): string {
  return `${Math.max(1, Math.round(ms / 1000))} s`;
}

/** How late somebody was is told to the tenth: a second sounds like a long time. */
function tenths(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
