export type Bar = 'forward' | 'backward';

/** Passes through the network, by direction. */
export type Cost = { readonly forward: number; readonly backward: number };

/** More bars than this are a wall, not a count. */
const MOST_BARS = 80;

/**
 * The bars of every row, at one scale for all: one bar a pass as long as the longest row fits, else one for
 * several, but never none for a cost that is there.
 */
export function costBars(rows: readonly Cost[]): readonly (readonly Bar[])[] {
  const most = Math.max(0, ...rows.map(({ forward, backward }) => forward + backward));
  const perBar = Math.max(1, most / MOST_BARS);
  return rows.map(({ forward, backward }) => [
    ...bars('forward', forward, perBar),
    ...bars('backward', backward, perBar),
  ]);
}

function bars(kind: Bar, passes: number, perBar: number): readonly Bar[] {
  return Array.from({ length: Math.ceil(passes / perBar) }, () => kind);
}
