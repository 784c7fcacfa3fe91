/** One stroke of the pen, in the units of whoever draws. Angles of `ellipse` are none: its axes are upright. */
export type Stroke =
  | { readonly kind: 'move'; readonly x: number; readonly y: number }
  | { readonly kind: 'line'; readonly x: number; readonly y: number }
  | {
      readonly kind: 'curve';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly x: number;
      readonly y: number;
    }
  | {
      readonly kind: 'ellipse';
      readonly x: number;
      readonly y: number;
      readonly rx: number;
      readonly ry: number;
    }
  | { readonly kind: 'close' };

/** A shape both an SVG and a canvas can draw, so that a pet is drawn in one place only. */
export type Outline = readonly Stroke[];

/** What a canvas needs to trace an outline. A real context fits, and so does a recorder in a test. */
export type Tracer = Pick<
  CanvasRenderingContext2D,
  'moveTo' | 'lineTo' | 'bezierCurveTo' | 'ellipse' | 'closePath'
>;

/** The outline as an SVG path's `d`, rounded to a thousandth of its unit. */
export function svgPath(outline: Outline): string {
  return outline.map(svgStroke).join('');
}

/** Adds the outline to the canvas's current path. */
export function trace(context: Tracer, outline: Outline): void {
  for (const stroke of outline) traceStroke(context, stroke);
}

function svgStroke(stroke: Stroke): string {
  switch (stroke.kind) {
    case 'move':
      return `M${point(stroke.x, stroke.y)}`;
    case 'line':
      return `L${point(stroke.x, stroke.y)}`;
    case 'curve':
      return `C${point(stroke.x1, stroke.y1)} ${point(stroke.x2, stroke.y2)} ${point(stroke.x, stroke.y)}`;
    case 'ellipse': {
      const { x, y, rx, ry } = stroke;
      const arc = `A${point(rx, ry)} 0 1 0 `;
      return `M${point(x - rx, y)}${arc}${point(x + rx, y)}${arc}${point(x - rx, y)}Z`;
    }
    case 'close':
      return 'Z';
  }
}

function traceStroke(context: Tracer, stroke: Stroke): void {
  switch (stroke.kind) {
    case 'move':
      context.moveTo(stroke.x, stroke.y);
      return;
    case 'line':
      context.lineTo(stroke.x, stroke.y);
      return;
    case 'curve':
      context.bezierCurveTo(stroke.x1, stroke.y1, stroke.x2, stroke.y2, stroke.x, stroke.y);
      return;
    case 'ellipse':
      context.moveTo(stroke.x + stroke.rx, stroke.y);
      context.ellipse(stroke.x, stroke.y, stroke.rx, stroke.ry, 0, 0, 2 * Math.PI);
      return;
    case 'close':
      context.closePath();
      return;
  }
}

function point(x: number, y: number): string {
  return `${short(x)} ${short(y)}`;
}

function short(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
