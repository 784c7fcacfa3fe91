import {
  between,
  filled,
  LINE,
  LINE_SMALL,
  outlined,
  SMALL_PX,
  stroked,
  type AnimalDrawing,
  type AnimalPart,
} from './animal.ts';
import type { Outline } from './outline.ts';
import { earOutline, innerEarOutline } from './pet-ears.ts';

/** What a pet is made of: its example's standardised features, about −2 to 2. The picture is the example. */
export type PetFeatures = {
  /** Below 0 they hang, above 0 they stand up. */
  readonly ears: number;
  /** Below 0 small, above 0 large. */
  readonly size: number;
  /** Only in the harder lesson: short to long, few and short to long whiskers. */
  readonly snout?: number | undefined;
  readonly whiskers?: number | undefined;
};

/** Which class a pet is shown as; `unknown` is drawn in plain fur. */
export type PetKind = 'dog' | 'cat' | 'unknown';

/** The parts are drawn about the middle of the head, which is about one unit wide; ears reach above it. */
const FULL_GROWN = 1.24;
const DROP = 0.19;

/** A pet's parts for a picture `px` pixels wide. Features outside what can be drawn are drawn at their limit. */
export function drawingOfPet(features: PetFeatures, px: number): AnimalDrawing {
  const scale = petScale(features.size) * FULL_GROWN;
  const isSmall = px * scale < SMALL_PX;
  const line = isSmall ? LINE_SMALL : LINE;
  const pointed = between(features.ears, -1.1, 1.1);
  const snout = between(features.snout ?? 0, -1.5, 1.5);
  const parts: AnimalPart[] = [
    outlined('fur', HEAD, line),
    outlined('fur', earOutline(pointed, -1), line),
    outlined('fur', earOutline(pointed, 1), line),
  ];
  if (!isSmall) {
    parts.push(
      filled('inner-ear', innerEarOutline(pointed, -1)),
      filled('inner-ear', innerEarOutline(pointed, 1)),
    );
  }
  parts.push(isSmall ? filled('muzzle', muzzle(snout)) : outlined('muzzle', muzzle(snout), line * 0.7));
  parts.push(...face(isSmall, line));
  if (features.whiskers !== undefined) parts.push(stroked(whiskers(features.whiskers), line * 0.6));
  return { scale, drop: DROP, parts };
}

/** Half to full size: the smallest chihuahua must still be seen, the largest husky still fit. */
export function petScale(size: number): number {
  return 0.46 + 0.54 * between(size, -1.5, 1.5);
}

const HEAD: Outline = [
  { kind: 'move', x: 0, y: -0.43 },
  { kind: 'curve', x1: 0.28, y1: -0.43, x2: 0.46, y2: -0.26, x: 0.5, y: 0 },
  { kind: 'curve', x1: 0.54, y1: 0.28, x2: 0.28, y2: 0.44, x: 0, y: 0.44 },
  { kind: 'curve', x1: -0.28, y1: 0.44, x2: -0.54, y2: 0.28, x: -0.5, y: 0 },
  { kind: 'curve', x1: -0.46, y1: -0.26, x2: -0.28, y2: -0.43, x: 0, y: -0.43 },
  { kind: 'close' },
];

const NOSE: Outline = [
  { kind: 'move', x: -0.07, y: 0.1 },
  { kind: 'curve', x1: -0.05, y1: 0.07, x2: 0.05, y2: 0.07, x: 0.07, y: 0.1 },
  { kind: 'curve', x1: 0.09, y1: 0.14, x2: 0.03, y2: 0.18, x: 0, y: 0.18 },
  { kind: 'curve', x1: -0.03, y1: 0.18, x2: -0.09, y2: 0.14, x: -0.07, y: 0.1 },
  { kind: 'close' },
];

const SMILE: Outline = [
  { kind: 'move', x: -0.11, y: 0.25 },
  { kind: 'curve', x1: -0.08, y1: 0.3, x2: -0.01, y2: 0.29, x: 0, y: 0.22 },
  { kind: 'curve', x1: 0.01, y1: 0.29, x2: 0.08, y2: 0.3, x: 0.11, y: 0.25 },
];

function face(isSmall: boolean, line: number): readonly AnimalPart[] {
  const eye = isSmall ? 0.075 : 0.062;
  const eyes: Outline = [-0.19, 0.19].map((x) => ({ kind: 'ellipse', x, y: -0.07, rx: eye, ry: eye * 1.12 }));
  const base = [filled('line', eyes), filled('line', NOSE)];
  if (isSmall) return base;
  const glints: Outline = [-0.17, 0.21].map((x) => ({ kind: 'ellipse', x, y: -0.095, rx: 0.02, ry: 0.02 }));
  return [...base, filled('muzzle', glints), stroked(SMILE, line * 0.7)];
}

function muzzle(snout: number): Outline {
  return [{ kind: 'ellipse', x: 0, y: 0.15 + 0.08 * snout, rx: 0.19 + 0.04 * snout, ry: 0.11 + 0.1 * snout }];
}

function whiskers(feature: number): Outline {
  const length = 0.1 + 0.34 * between(feature, -1.5, 1.5);
  return [-1, 1].flatMap((side) =>
    [-0.06, 0, 0.06].flatMap((slope): Outline => [
      { kind: 'move', x: side * 0.24, y: 0.18 + slope },
      { kind: 'line', x: side * (0.24 + length), y: 0.16 + slope * 3 },
    ]),
  );
}
