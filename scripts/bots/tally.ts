import { quantile, rounded } from '../lib/figures.ts';

/** What a rehearsal counts. Times are milliseconds. */
export type Tally = {
  readonly acknowledged: (ms: number) => void;
  readonly received: (ms: number) => void;
  readonly nudged: () => void;
  readonly voted: () => void;
  readonly stopped: () => void;
  readonly bet: () => void;
  readonly refused: () => void;
  readonly lost: () => void;
  readonly report: () => {
    readonly nudges: number;
    readonly votes: number;
    readonly stops: number;
    readonly bets: number;
    readonly ackP50Ms: number;
    readonly ackP99Ms: number;
    readonly stepP99Ms: number;
    readonly refused: number;
    readonly lost: number;
  };
};

export function createTally(): Tally {
  const acks: number[] = [];
  const steps: number[] = [];
  let nudges = 0;
  let votes = 0;
  let stops = 0;
  let bets = 0;
  let refused = 0;
  let lost = 0;
  return {
    acknowledged: (ms) => acks.push(ms),
    received: (ms) => steps.push(ms),
    nudged: () => nudges++,
    voted: () => votes++,
    stopped: () => stops++,
    bet: () => bets++,
    refused: () => refused++,
    lost: () => lost++,
    report: () => ({
      nudges,
      votes,
      stops,
      bets,
      ackP50Ms: rounded(quantile(acks, 0.5)),
      ackP99Ms: rounded(quantile(acks, 0.99)),
      stepP99Ms: rounded(quantile(steps, 0.99)),
      refused,
      lost,
    }),
  };
}
