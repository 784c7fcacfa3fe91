/** Long beside the clock's grain, short beside a time slice, so that on a busy machine most rounds run undisturbed. */
const ROUND_NANOS = 10e6;

export type Comparison = {
  /** Median time of the subject. */
  readonly micros: number;
  /** Per peer, the median over the rounds of its time divided by the subject's in the same round. */
  readonly ratios: readonly number[];
};

/** Times a subject and its peers in alternating rounds, so that a busy machine is busy for all of them. */
export function compare(
  subject: () => unknown,
  peers: readonly (() => unknown)[],
  rounds: number,
): Comparison {
  const tasks = [subject, ...peers].map((task) => ({ task, repeats: repeatsFor(task) }));
  const times = Array.from({ length: rounds }, () =>
    tasks.map(({ task, repeats }) => nanosOf(task, repeats)),
  );
  const subjectOf = (round: readonly number[]): number => round[0] ?? 0;
  return {
    micros: median(times.map(subjectOf)) / 1000,
    ratios: peers.map((_, peer) => median(times.map((round) => (round[peer + 1] ?? 0) / subjectOf(round)))),
  };
}

/** Warms the task up, and finds how often it fits in a round. */
function repeatsFor(task: () => unknown): number {
  nanosOf(task, Math.ceil(ROUND_NANOS / nanosOf(task, 1)));
  return Math.max(1, Math.ceil(ROUND_NANOS / nanosOf(task, 3)));
}

/** Nanoseconds per run. */
function nanosOf(task: () => unknown, repeats: number): number {
  const start = process.hrtime.bigint();
  for (let run = 0; run < repeats; run++) task();
  return Number(process.hrtime.bigint() - start) / repeats;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}
