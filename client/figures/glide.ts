import { between, eased } from './between.ts';

/** Parameters on their way from what is shown to what is so. */
export type Glide = {
  /** Sets out for these parameters; 0 ms is at once. */
  readonly to: (parameters: readonly number[], ms: number) => void;
  readonly stop: () => void;
};

type Trip = {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly startMs: number;
  readonly ms: number;
};

/** Calls `onmove` with the parameters of every frame of a change, the last one exactly those asked for. */
export function createGlide(onmove: (parameters: readonly number[]) => void): Glide {
  let shown: readonly number[] | null = null;
  let trip: Trip | null = null;
  let frame = 0;

  function show(parameters: readonly number[]): void {
    shown = parameters;
    onmove(parameters);
  }

  function move(nowMs: number): void {
    if (trip === null) return;
    const share = eased((nowMs - trip.startMs) / trip.ms);
    show(between(trip.from, trip.to, share));
    if (share >= 1) trip = null;
    else frame = requestAnimationFrame(move);
  }

  return {
    to: (parameters, ms) => {
      cancelAnimationFrame(frame);
      trip = null;
      if (shown === null || ms <= 0 || shown.length !== parameters.length) {
        show(parameters);
        return;
      }
      trip = { from: shown, to: parameters, startMs: performance.now(), ms };
      frame = requestAnimationFrame(move);
    },
    stop: () => cancelAnimationFrame(frame),
  };
}
