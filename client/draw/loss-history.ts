/** One round on the error curve. Rounds that were taken back stay: going back never erases. */
export type LossPoint = {
  /** The round's own number, for words; the place on the axis is its place in the list. */
  readonly round: number;
  readonly loss: number;
  /** The error on new examples, or null as long as nobody may see it. */
  readonly validation: number | null;
  /** A round that raised the error and was undone: a discovery, drawn beside the line, not on it. */
  readonly isTakenBack: boolean;
};

/** A coloured band behind the rounds of one stage, from the point at `from` on. */
export type StageBand = { readonly from: number; readonly name: string };

/** The class went back: the point at `at` started again from where the point at `to` had ended. */
export type GoingBack = { readonly at: number; readonly to: number };

export type LossHistory = {
  readonly points: readonly LossPoint[];
  readonly stages: readonly StageBand[];
  readonly returns: readonly GoingBack[];
};

/** A stretch of line that is drawn without lifting the pen, as indexes of points. */
export type Stretch = readonly number[];

/** The rounds that still stand, in order: not taken back, and not left behind by going back. */
export function standingLine(history: LossHistory): Stretch {
  return history.points.flatMap((point, index) =>
    point.isTakenBack || isLeftBehind(history, index) ? [] : [index],
  );
}

/** The same line with the pen lifted where a stage starts: its network starts anew, so nothing rose or fell between. */
export function standingStretches(history: LossHistory): readonly Stretch[] {
  const starts = new Set(history.stages.map(({ from }) => from));
  const found: number[][] = [];
  for (const index of standingLine(history)) {
    const current = found[found.length - 1];
    const isStart = current === undefined || crossesStart(starts, current[current.length - 1] ?? 0, index);
    if (isStart) found.push([index]);
    else current.push(index);
  }
  return found;
}

/** What the class tried and then went back from: one stretch for each going back, from where it set out. */
export function leftBehind(history: LossHistory): readonly Stretch[] {
  return history.returns.map(({ at, to }) => {
    const rounds: number[] = [];
    for (let index = to; index < at; index++)
      if (history.points[index]?.isTakenBack === false) rounds.push(index);
    return rounds;
  });
}

/** The last point that counts before this one: where a taken-back round left from and returned to. */
export function standingBefore(history: LossHistory, index: number): number | null {
  const restart = history.returns.find(({ at }) => at === index);
  if (restart !== undefined) return restart.to;
  for (let before = index - 1; before >= 0; before--) {
    if (history.points[before]?.isTakenBack === false) return before;
  }
  return null;
}

function crossesStart(starts: ReadonlySet<number>, before: number, index: number): boolean {
  for (let between = before + 1; between <= index; between++) if (starts.has(between)) return true;
  return false;
}

function isLeftBehind({ returns }: LossHistory, index: number): boolean {
  return returns.some(({ at, to }) => to < index && index < at);
}
