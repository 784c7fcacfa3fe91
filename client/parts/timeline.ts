/** A stretch of the timeline with a name on it, from one place of its axis to another. */
export type TimelineBand = {
  readonly key: number;
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly isCurrent: boolean;
};

/** A moment somebody marked. */
export type TimelineFlag = { readonly version: number; readonly place: number; readonly label: string };
