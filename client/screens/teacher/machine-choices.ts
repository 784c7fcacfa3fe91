/** What the console offers; the wire takes any within the limits, and whatever holds is offered too. */
const BATCHES = [1, 8, 16];
const SPEEDS = [0, 1, 4, 10, 40];

/** Sizes of a mini-batch of so many examples, fewer than all of them. */
export function batchSizes(examples: number, now: number | null): readonly number[] {
  return inOrder([...BATCHES.filter((size) => size < examples), ...(now === null ? [] : [now])]);
}

/** Steps a second; 0 is by hand. */
export function machineSpeeds(now: number): readonly number[] {
  return inOrder([...SPEEDS, now]);
}

function inOrder(values: readonly number[]): readonly number[] {
  return [...new Set(values)].sort((one, other) => one - other);
}
