import * as v from 'valibot';
import { DRAWN_LIMITS } from '../datasets/drawn.ts';
import * as part from './schema-parts.ts';
import { split } from './setup-schema.ts';

/** The events of a class that draws its points, and what a keyframe keeps of them. */

const onPlane = v.pipe(part.finite, v.minValue(-DRAWN_LIMITS.reach), v.maxValue(DRAWN_LIMITS.reach));
const point = { seat: part.seat, x: onPlane, y: onPlane, classIndex: part.classIndex } as const;

export const drawing = v.strictObject({
  points: v.pipe(v.array(v.strictObject(point)), v.maxLength(DRAWN_LIMITS.pointsMost), v.readonly()),
  settled: v.boolean(),
});

/** The session's data and start where the class has drawn them: they are not in the first event then. */
export const drawnMaterial = v.strictObject({ data: split, startParameters: part.numbers });

export const DRAWING_EVENT_SCHEMAS = {
  'point-drawn': v.strictObject({
    type: v.literal('point-drawn'),
    ...point,
    intent: v.nullable(part.intent),
  }),
  'point-erased': v.strictObject({ type: v.literal('point-erased'), seat: part.seat, intent: part.intent }),
  'drawing-cleared': v.strictObject({
    type: v.literal('drawing-cleared'),
    classIndex: v.nullable(part.classIndex),
  }),
  'drawing-settled': v.strictObject({
    type: v.literal('drawing-settled'),
    ...drawnMaterial.entries,
    figures: part.figures,
  }),
  'drawing-reopened': v.strictObject({ type: v.literal('drawing-reopened') }),
} as const;
