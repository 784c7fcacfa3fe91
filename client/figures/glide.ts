import { between, eased } from './between.ts';

/** Slow at both ends; or even, where another change follows as soon as this one is there. */
export type Pace = 'eased' | 'even';

/** Parameters on their way from what is shown to what is so. */
export type Glide = {
  /** Sets out for these parameters; 0 ms is at once. On the way there already: nothing changes. */
  readonly to: (parameters: readonly number[], ms: number, pace?: Pace) => void;
  readonly stop: () => void;
};

type Trip = {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly startMs: number;
  readonly ms: number;
  readonly pace: Pace;
};

/** A map that changes 30 times a second flows; the frames between are left to everything else that moves. */
const LEAST_MS_BETWEEN = 30;

/** Calls `onmove` with parameters on the way of every change, the last time with exactly those asked for. */
export function createGlide(onmove: (parameters: readonly number[]) => void): Glide {
  let shown: readonly number[] | null = null;
  let shownMs = -Infinity;
  let trip: Trip | null = null;
  let frame = 0;

  function show(parameters: readonly number[]): void {
    shown = parameters;
    onmove(parameters);
  }

  function move(nowMs: number): void {
    if (trip === null) return;
    const { from, to, startMs, ms, pace } = trip;
    const share = (nowMs - startMs) / ms;
    if (share >= 1) {
      trip = null;
      show(to);
      return;
    }
    if (nowMs - shownMs >= LEAST_MS_BETWEEN) {
      shownMs = nowMs;
      show(between(from, to, pace === 'even' ? share : eased(share)));
    }
    frame = requestAnimationFrame(move);
  }

  return {
    to: (parameters, ms, pace = 'eased') => {
      if (sameNumbers(parameters, trip?.to ?? shown)) return;
      cancelAnimationFrame(frame);
      trip = null;
      if (shown === null || ms <= 0 || shown.length !== parameters.length) {
        show(parameters);
        return;
      }
      trip = { from: shown, to: parameters, startMs: performance.now(), ms, pace };
      frame = requestAnimationFrame(move);
    },
    stop: () => cancelAnimationFrame(frame),
  };
}

/** Parameters come anew with everything that is sent beside them. */
function sameNumbers(one: readonly number[], other: readonly number[] | null): boolean {
  return other !== null && one.length === other.length && one.every((value, index) => value === other[index]);
}
