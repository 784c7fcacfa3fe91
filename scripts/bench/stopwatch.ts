/** Long beside the clock's grain, short beside what else happens on a machine. */
const ROUND_MICROS = 20_000;
const WARM_UP_MICROS = 300_000;

export type Comparison = {
  /** Median time of the subject. */
  readonly micros: number;
  /** Per peer, the median over the rounds of its time divided by the subject's in the same round. */
  readonly ratios: readonly number[];
};

/**
 * Times a subject and its peers in alternating rounds, so that a busy machine is busy for all of them. Time is
 * processor time of this process, garbage collection included: waiting for a busy core does not count.
 */
export function compare(
  subject: () => unknown,
  peers: readonly (() => unknown)[],
  rounds: number,
): Comparison {
  const tasks = [subject, ...peers].map((task) => ({ task, repeats: warmUp(task) }));
  const times = Array.from({ length: rounds }, () =>
    tasks.map(({ task, repeats }) => microsOf(task, repeats)),
  );
  const subjectOf = (round: readonly number[]): number => round[0] ?? 0;
  return {
    micros: median(times.map(subjectOf)),
    ratios: peers.map((_, peer) => median(times.map((round) => (round[peer + 1] ?? 0) / subjectOf(round)))),
  };
}

/** Runs the task until the compiler has made up its mind; returns how often it fits in a round. */
function warmUp(task: () => unknown): number {
  let micros = microsOf(task, 1);
  for (let spent = micros; spent < WARM_UP_MICROS;) {
    const repeats = fitting(micros);
    micros = microsOf(task, repeats);
    spent += micros * repeats;
  }
  return fitting(micros);
}

function fitting(micros: number): number {
  return Math.max(1, Math.round(ROUND_MICROS / Math.max(1, micros)));
}

/** Processor time per run. */
function microsOf(task: () => unknown, repeats: number): number {
  const start = process.cpuUsage();
  for (let run = 0; run < repeats; run++) task();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / repeats;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}
