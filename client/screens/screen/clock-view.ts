/** The class's clock at one moment, as a screen draws it. */
export type ClockView = {
  readonly remainingMs: number;
  readonly totalMs: number;
  readonly isPaused: boolean;
};
