import { DRAWN_LIMITS } from '../datasets/drawn.ts';
import { roundTo2 } from '../datasets/decimals.ts';
import { createRng, seedFrom } from '../math/rng.ts';
import type { SessionEvent } from '../session/events.ts';
import type { SeatNumber } from '../session/ids.ts';
import type { SessionState } from '../session/state.ts';
import { openDrawing } from '../session/drawing.ts';

/** Enough that three bots can rehearse a lesson with two classes. */
const POINTS_PER_BOT = 6;
/** How far from the middle a class's cloud lies, and how wide it is. */
const FROM_THE_MIDDLE = 0.75;
const SPREAD = 0.28;

/**
 * What bots draw when they join a class that is drawing: a cloud for each class, one after another around the middle,
 * as far as there is room on the plane.
 */
export function botPoints(state: SessionState, bots: readonly SeatNumber[]): readonly SessionEvent[] {
  const drawing = openDrawing(state);
  if (drawing === null) return [];
  const classes = state.setup.data.classNames.length;
  const wanted = bots.flatMap((seat) => {
    const rng = createRng(seedFrom(state.setup.seed, 'points', seat));
    return Array.from({ length: POINTS_PER_BOT }, (_, place): SessionEvent => {
      const classIndex = (seat + place) % classes;
      const angle = (2 * Math.PI * classIndex) / classes + Math.PI / 4;
      return {
        type: 'point-drawn',
        seat,
        x: near(FROM_THE_MIDDLE * Math.cos(angle), rng.normal()),
        y: near(FROM_THE_MIDDLE * Math.sin(angle), rng.normal()),
        classIndex,
        intent: null,
      };
    });
  });
  return wanted.slice(0, Math.max(0, DRAWN_LIMITS.pointsMost - drawing.points.length));
}

function near(middle: number, away: number): number {
  const value = middle + SPREAD * away;
  return roundTo2(Math.min(DRAWN_LIMITS.reach, Math.max(-DRAWN_LIMITS.reach, value)));
}
