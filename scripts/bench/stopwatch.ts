/** Long beside the clock's grain, short beside what else happens on a machine. */
const ROUND_MICROS = 20_000;
const WARM_UP_MICROS = 300_000;

export type Comparison = {
  /** Median time of the subject. */
  readonly micros: number;
  /** Median over the rounds of the peer's time divided by the subject's in the same round. */
  readonly ratio: number;
};

/**
 * Times a subject and one peer in alternating rounds, so that a busy machine is busy for both. Time is processor
 * time of this process, garbage collection included: waiting for a busy core does not count.
 */
export function compare(subject: () => unknown, peer: () => unknown, rounds: number): Comparison {
  const [subjectRepeats, peerRepeats] = [warmUp(subject), warmUp(peer)];
  const times = Array.from({ length: rounds }, () => ({
    subject: microsOf(subject, subjectRepeats),
    peer: microsOf(peer, peerRepeats),
  }));
  return {
    micros: median(times.map((round) => round.subject)),
    ratio: median(times.map((round) => round.peer / round.subject)),
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
