import { DRAWN_LIMITS, type DrawnPoint } from '../../shared/datasets/drawn.ts';
import { roundTo2 } from '../../shared/datasets/decimals.ts';
import { classMark } from './class-marks.ts';
import { svgPath } from './outline.ts';

export type PlanePlace = { readonly x: number; readonly y: number };

/** A class's mark where a point lies, for an SVG in the plane's own units, upwards less. */
export type PlaneMark = { readonly d: string; readonly transform: string; readonly classIndex: number };

/** Half a side of the picture: the plane, and room for the marks at its edge. */
export const PLANE_HALF = DRAWN_LIMITS.reach + 0.1;
const MARK_RADIUS = 0.055;

export function planeMarks(points: readonly DrawnPoint[]): readonly PlaneMark[] {
  return points.map(({ x, y, classIndex }) => ({
    d: svgPath(classMark(classIndex)),
    transform: `translate(${x} ${-y}) scale(${MARK_RADIUS})`,
    classIndex,
  }));
}

/** Where on the plane a finger came down. */
export function placeOnPlane(
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
  box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
): PlanePlace {
  return within({
    x: ((clientX - box.left) / Math.max(1, box.width) - 0.5) * 2 * PLANE_HALF,
    y: (0.5 - (clientY - box.top) / Math.max(1, box.height)) * 2 * PLANE_HALF,
  });
}

const STEP = 0.1;
const ARROWS: ReadonlyMap<string, PlanePlace> = new Map([
  ['ArrowLeft', { x: -STEP, y: 0 }],
  ['ArrowRight', { x: STEP, y: 0 }],
  ['ArrowUp', { x: 0, y: STEP }],
  ['ArrowDown', { x: 0, y: -STEP }],
]);

/** Where an arrow key moves a cursor to; null for any other key. */
export function movedByKey({ x, y }: PlanePlace, key: string): PlanePlace | null {
  const way = ARROWS.get(key);
  return way === undefined ? null : within({ x: x + way.x, y: y + way.y });
}

/** How many of the points belong to each class. */
export function countByClass(points: readonly DrawnPoint[], classes: number): readonly number[] {
  return Array.from(
    { length: classes },
    (_, classIndex) => points.filter((point) => point.classIndex === classIndex).length,
  );
}

function within({ x, y }: PlanePlace): PlanePlace {
  const inside = (value: number): number =>
    roundTo2(Math.min(DRAWN_LIMITS.reach, Math.max(-DRAWN_LIMITS.reach, value)));
  return { x: inside(x), y: inside(y) };
}
