import type { Point } from './bezier.ts';

/** Strokes one line through the points with the context's own colour and width; nothing for fewer than two. */
export function strokeThrough(context: CanvasRenderingContext2D, points: readonly Point[]): void {
  if (points.length < 2) return;
  context.beginPath();
  points.forEach(({ x, y }, index) => (index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
  context.stroke();
}

/** Fills a disc, and leaves its rim as the current path for whoever wants to stroke it. */
export function dot(context: CanvasRenderingContext2D, { x, y }: Point, radius: number, fill: string): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = fill;
  context.fill();
}
