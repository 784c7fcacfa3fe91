/** A browser's frames, by a clock that goes when it is told to: 50 a second. */
export type Frames = {
  readonly nextFrame: (callback: (nowMs: number) => void) => () => void;
  readonly nowMs: () => number;
  readonly pass: (ms: number) => void;
  /** How many are waited for. */
  readonly waiting: () => number;
};

const FRAME_MS = 20;

export function frames(): Frames {
  let nowMs = 1_000;
  let callbacks: readonly ((nowMs: number) => void)[] = [];
  const paint = (): void => {
    const due = callbacks;
    callbacks = [];
    for (const callback of due) callback(nowMs);
  };
  return {
    nextFrame: (callback) => {
      callbacks = [...callbacks, callback];
      return () => {
        callbacks = callbacks.filter((other) => other !== callback);
      };
    },
    nowMs: () => nowMs,
    pass: (ms) => {
      // Somebody has just asked: the frame of this moment comes first, and no time has passed by then.
      paint();
      for (const end = nowMs + ms; nowMs < end;) {
        nowMs = Math.min(end, nowMs + FRAME_MS);
        paint();
      }
    },
    waiting: () => callbacks.length,
  };
}
