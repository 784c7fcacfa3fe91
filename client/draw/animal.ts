import type { Outline } from './outline.ts';

/** How a part is coloured; whoever draws knows the colours. */
export type AnimalPaint = 'fur' | 'inner-ear' | 'muzzle' | 'line';

export type AnimalPart = {
  readonly paint: AnimalPaint;
  /** Whether the part is filled, outlined, or both. */
  readonly fill: boolean;
  readonly strokeWidth: number;
  readonly outline: Outline;
};

/**
 * An animal's parts, back to front. Moved down by `drop` and then enlarged by `scale`, a full-grown one fills a box
 * from −1 to 1; a small one leaves air around it.
 */
export type AnimalDrawing = {
  readonly scale: number;
  readonly drop: number;
  readonly parts: readonly AnimalPart[];
};

/** Below this many pixels, lines grow and details go, or a small animal is a smudge. */
export const SMALL_PX = 34;
export const LINE = 0.055;
export const LINE_SMALL = 0.085;

export function filled(paint: AnimalPaint, outline: Outline): AnimalPart {
  return { paint, fill: true, strokeWidth: 0, outline };
}

export function outlined(paint: AnimalPaint, outline: Outline, strokeWidth: number): AnimalPart {
  return { paint, fill: true, strokeWidth, outline };
}

export function stroked(outline: Outline, strokeWidth: number): AnimalPart {
  return { paint: 'line', fill: false, strokeWidth, outline };
}

/** How far a feature lies from `low` to `high`, as a share from 0 to 1. */
export function between(value: number, low: number, high: number): number {
  return (Math.min(high, Math.max(low, value)) - low) / (high - low);
}
