import { drawLeftBehind, drawLine, drawTakenBack, drawValidation } from './loss-marks.ts';
import type { LossHistory } from './loss-history.ts';
import type { LossCurve, LossScales } from './loss-scales.ts';
import type { Size } from './network-layout.ts';
import type { Palette } from './palette.ts';
import { dot, strokeThrough } from './pen.ts';
import { linearScale } from './scales.ts';
import { drawReturnMarks } from './timeline-returns.ts';
import { drawStops } from './timeline-stops.ts';

type Context = CanvasRenderingContext2D;

/** A second curve beside the class's own: what would have happened, or what happened elsewhere. */
export type OtherCurve = {
  readonly name: string;
  /** Drawn without lifting the pen: for each of its rounds the place on the axis, and the error. */
  readonly stretches: readonly (readonly { readonly place: number; readonly loss: number }[])[];
};

export type TimelineData = {
  readonly history: LossHistory;
  /** Place on the axis of the history's first point, and of the axis's end; the axis starts at 0. */
  readonly firstPlace: number;
  readonly lastPlace: number;
  readonly others: readonly OtherCurve[];
  /** Points of the history at which people would have stopped the machine, and at which that would have been best. */
  readonly stops: {
    readonly stops: readonly { readonly point: number; readonly count: number }[];
    readonly best: readonly number[];
  };
  /** "back to round 13", one for each of the history's returns. */
  readonly returnLabels: readonly string[];
  readonly fontPx: number;
};

/** By their dashes several second curves are told apart; colours all mean something else here. */
const DASHES: readonly (readonly number[])[] = [
  [12, 5, 2, 5],
  [18, 7],
  [5, 5],
];
/** Room beside the ends, so that the first and the last mark are whole. */
const SIDE_PX = 10;

/** Where places lie in the box. Below the curve a line is left for what says where the class went back. */
export function timelineScales({ history, others, lastPlace, fontPx }: TimelineData, size: Size): LossScales {
  const own = history.points.reduce((most, { loss, validation }) => Math.max(most, loss, validation ?? 0), 0);
  const top = others
    .flatMap(({ stretches }) => stretches.flat())
    .reduce((most, { loss }) => Math.max(most, loss), own);
  return {
    x: linearScale([0, Math.max(1, lastPlace)], [SIDE_PX, size.width - SIDE_PX]),
    y: linearScale([0, top > 0 ? top : 1], [size.height - fontPx * 1.8, SIDE_PX]),
    top,
  };
}

/** Draws all that stands still while somebody scrubs: the curves, and where the class went back. */
export function drawTimeline(context: Context, data: TimelineData, size: Size, palette: Palette): void {
  const scales = timelineScales(data, size);
  const onPlaces = { ...scales, x: (index: number) => scales.x(index + data.firstPlace) };
  const curve = curveOf(data);
  context.clearRect(0, 0, size.width, size.height);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  drawStops(context, data, scales, palette);
  drawLeftBehind(context, curve, onPlaces, palette);
  drawTakenBack(context, curve, onPlaces, palette);
  drawValidation(context, curve, onPlaces, palette);
  data.others.forEach((other, index) => drawOther(context, other, dashesOf(index), scales, palette));
  drawLine(context, curve, onPlaces, palette);
  drawReturnMarks(context, data, onPlaces, size, palette);
}

/** The pattern of a second curve, for its line in the legend too. */
export function dashesOf(index: number): readonly number[] {
  return DASHES[index % DASHES.length] ?? [];
}

function curveOf({ history, fontPx }: TimelineData): LossCurve {
  return { history, marked: null, fontPx, figure: String, leastRounds: 0 };
}

function drawOther(
  context: Context,
  { stretches }: OtherCurve,
  dashes: readonly number[],
  { x, y }: LossScales,
  palette: Palette,
): void {
  const lines = stretches.map((stretch) => stretch.map(({ place, loss }) => ({ x: x(place), y: y(loss) })));
  context.strokeStyle = palette.ink;
  context.lineWidth = 2.5;
  context.setLineDash([...dashes]);
  for (const line of lines) strokeThrough(context, line);
  context.setLineDash([]);
  const [end] = lines.flat().slice(-1);
  if (end !== undefined) dot(context, end, 4.5, palette.ink);
}
