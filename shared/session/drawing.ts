import { pointsMissing, type DrawnPoint } from '../datasets/drawn.ts';
import type { SeatNumber } from './ids.ts';
import type { SessionState } from './state.ts';
import { counts } from './waiting.ts';

/** A point, and who put it there. */
export type PlacedPoint = DrawnPoint & { readonly seat: SeatNumber };

/** What a class draws while it waits in the lobby: the examples it will play on. */
export type Drawing = {
  /** In the order they were drawn. */
  readonly points: readonly PlacedPoint[];
  /** Whether the teacher has closed it: the session's data are these points then. */
  readonly settled: boolean;
};

/** How a lesson's points become its data: the seed of their cut in three, and of the network's start. */
export type DrawingPlan = { readonly seed: number };

/** The drawing as long as points may be added to it; null where the class draws nothing, and once it is closed. */
export function openDrawing({ activity, drawing }: SessionState): Drawing | null {
  return activity.kind === 'lobby' && drawing?.settled === false ? drawing : null;
}

/** The points that count: whoever was removed or muted keeps theirs, and they are left out. */
export function countedPoints(state: SessionState, { points }: Drawing): readonly PlacedPoint[] {
  return points.filter(({ seat }) => counts(state.seats.get(seat)));
}

/** How many points each class still needs before the drawing can be closed. */
export function stillMissing(state: SessionState, drawing: Drawing): readonly number[] {
  return pointsMissing(countedPoints(state, drawing), state.setup.data.classNames.length);
}
