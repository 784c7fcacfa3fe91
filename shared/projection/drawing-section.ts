import { countedPoints, openDrawing, stillMissing } from '../session/drawing.ts';
import type { DrawnPoint } from '../datasets/drawn.ts';
import type { SeatNumber } from '../session/ids.ts';
import type { SessionState } from '../session/state.ts';
import type { DrawingSection } from './views.ts';

/** What the class has drawn, without whose points they are; null where it draws nothing, and once it plays. */
export function drawingSection(state: SessionState): DrawingSection {
  const { activity, drawing } = state;
  if (activity.kind !== 'lobby' || drawing === null) return null;
  return {
    points: countedPoints(state, drawing).map(plain),
    missing: stillMissing(state, drawing),
    settled: drawing.settled,
  };
}

/** A seat's own points, as long as it may draw. */
export function ownPoints(state: SessionState, seat: SeatNumber): readonly DrawnPoint[] {
  return (openDrawing(state)?.points ?? []).filter((point) => point.seat === seat).map(plain);
}

function plain({ x, y, classIndex }: DrawnPoint): DrawnPoint {
  return { x, y, classIndex };
}
