import type { Outline, Stroke } from './outline.ts';

type Curve = readonly [x1: number, y1: number, x2: number, y2: number, x: number, y: number];
type Ear = { readonly start: readonly [x: number, y: number]; readonly curves: readonly Curve[] };

/** The right ear, standing up: from the crown to a rounded tip and down to the temple. y grows downwards. */
const POINTED: Ear = {
  start: [0.05, -0.41],
  curves: [
    [0.13, -0.55, 0.25, -0.74, 0.34, -0.81],
    [0.39, -0.85, 0.45, -0.83, 0.46, -0.76],
    [0.5, -0.56, 0.53, -0.34, 0.47, -0.08],
  ],
};

/** The same ear, hanging beside the cheek. */
const FLOPPY: Ear = {
  start: [0.16, -0.4],
  curves: [
    [0.34, -0.56, 0.6, -0.5, 0.68, -0.24],
    [0.77, 0.04, 0.78, 0.34, 0.64, 0.35],
    [0.52, 0.35, 0.5, 0.08, 0.44, -0.14],
  ],
};

/** How far an inner ear is drawn in towards the ear's middle. */
const INNER = 0.52;

/**
 * One ear of a pet whose head is about one unit wide. `pointed` goes from 0 (hangs) to 1 (stands up), `side`
 * is +1 right or −1 left. The path is open at the head, so that fur and ear run into each other.
 */
export function earOutline(pointed: number, side: 1 | -1): Outline {
  return outlineOf(earBetween(pointed), side);
}

/** The inside of the ear: the ear itself, smaller, about its own middle. */
export function innerEarOutline(pointed: number, side: 1 | -1): Outline {
  const ear = earBetween(pointed);
  const points = [ear.start, ...ear.curves.map((curve) => [curve[4], curve[5]] as const)];
  const middleX = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  const middleY = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  const x = (value: number): number => middleX + (value - middleX) * INNER;
  const y = (value: number): number => middleY + (value - middleY) * INNER;
  const inner: Ear = {
    start: [x(ear.start[0]), y(ear.start[1])],
    curves: ear.curves.map(([x1, y1, x2, y2, x3, y3]) => [x(x1), y(y1), x(x2), y(y2), x(x3), y(y3)]),
  };
  return [...outlineOf(inner, side), { kind: 'close' }];
}

function earBetween(pointed: number): Ear {
  const mix = (floppy: number, upright: number): number => floppy + (upright - floppy) * pointed;
  return {
    start: [mix(FLOPPY.start[0], POINTED.start[0]), mix(FLOPPY.start[1], POINTED.start[1])],
    curves: FLOPPY.curves.map((floppy, index) => {
      const upright = POINTED.curves[index] ?? floppy;
      return [
        mix(floppy[0], upright[0]),
        mix(floppy[1], upright[1]),
        mix(floppy[2], upright[2]),
        mix(floppy[3], upright[3]),
        mix(floppy[4], upright[4]),
        mix(floppy[5], upright[5]),
      ];
    }),
  };
}

function outlineOf(ear: Ear, side: 1 | -1): Outline {
  const curves = ear.curves.map(([x1, y1, x2, y2, x, y]): Stroke => ({
    kind: 'curve',
    x1: side * x1,
    y1,
    x2: side * x2,
    y2,
    x: side * x,
    y,
  }));
  return [{ kind: 'move', x: side * ear.start[0], y: ear.start[1] }, ...curves];
}
