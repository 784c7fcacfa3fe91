import {
  between,
  filled,
  LINE,
  LINE_SMALL,
  outlined,
  SMALL_PX,
  type AnimalDrawing,
  type AnimalPart,
} from './animal.ts';
import type { Outline } from './outline.ts';

/** What a penguin is made of: its standardised measures, about −2 to 2. The picture is the example. */
export type PenguinFeatures = {
  readonly billLength: number;
  readonly billDepth: number;
  /** Only where the lesson measures them. */
  readonly flipperLength?: number | undefined;
  readonly bodyMass?: number | undefined;
};

const MOST = 2;
const SMALLEST = 0.86;

/**
 * A penguin's parts for a picture `px` pixels wide, seen from the side, since that is how a bill shows what was
 * measured. Nothing but the measures differs: its species is for the class to find.
 */
export function drawingOfPenguin(features: PenguinFeatures, px: number): AnimalDrawing {
  const share = (feature: number | undefined): number => between(feature ?? 0, -MOST, MOST);
  const mass = share(features.bodyMass);
  const scale = SMALLEST + (1 - SMALLEST) * mass;
  const isSmall = px * scale < SMALL_PX;
  const line = isSmall ? LINE_SMALL : LINE;
  const parts: AnimalPart[] = [
    outlined('line', FEET, line * 0.5),
    outlined('inner-ear', bill(share(features.billLength), share(features.billDepth)), line * 0.8),
    outlined('fur', body(mass), line),
    filled('muzzle', belly(mass)),
    outlined('fur', HEAD, line),
    outlined('fur', flipper(share(features.flipperLength), mass), line),
  ];
  return { scale, drop: 0, parts: [...parts, ...eye(isSmall)] };
}

const HEAD: Outline = [{ kind: 'ellipse', x: -0.1, y: -0.56, rx: 0.29, ry: 0.28 }];

const FEET: Outline = [
  { kind: 'ellipse', x: -0.14, y: 0.9, rx: 0.17, ry: 0.05 },
  { kind: 'ellipse', x: 0.16, y: 0.9, rx: 0.17, ry: 0.05 },
];

/** Half of the way round the body, as heavy as the penguin is. */
function girth(mass: number): number {
  return 0.36 + 0.16 * mass;
}

function body(mass: number): Outline {
  const reach = girth(mass);
  return [
    { kind: 'move', x: -0.06, y: -0.5 },
    { kind: 'curve', x1: 0.2, y1: -0.45, x2: reach + 0.04, y2: 0, x: reach, y: 0.42 },
    { kind: 'curve', x1: reach - 0.02, y1: 0.74, x2: 0.22, y2: 0.88, x: 0, y: 0.88 },
    { kind: 'curve', x1: -0.26, y1: 0.88, x2: -reach - 0.06, y2: 0.74, x: -reach - 0.04, y: 0.36 },
    { kind: 'curve', x1: -reach - 0.02, y1: 0, x2: -0.4, y2: -0.42, x: -0.06, y: -0.5 },
    { kind: 'close' },
  ];
}

function belly(mass: number): Outline {
  const reach = girth(mass);
  return [{ kind: 'ellipse', x: reach * 0.32, y: 0.4, rx: reach * 0.56, ry: 0.42 }];
}

/** From the face forwards: as long, and as deep where it begins, as was measured; the tip a little hooked. */
function bill(length: number, depth: number): Outline {
  const tip = 0.34 + 0.6 * length;
  const half = 0.05 + 0.12 * depth;
  const [root, middle] = [0.1, -0.54];
  return [
    { kind: 'move', x: root, y: middle - half },
    {
      kind: 'curve',
      x1: tip * 0.7,
      y1: middle - half,
      x2: tip,
      y2: middle - half * 0.5,
      x: tip,
      y: middle + 0.06,
    },
    {
      kind: 'curve',
      x1: tip * 0.8,
      y1: middle + half * 0.5,
      x2: tip * 0.5,
      y2: middle + half,
      x: root,
      y: middle + half,
    },
    { kind: 'close' },
  ];
}

/** Hanging from the shoulder, a little away from the back. */
function flipper(length: number, mass: number): Outline {
  const shoulder = -girth(mass) * 0.55;
  const tip = 0.22 + 0.46 * length;
  return [
    { kind: 'move', x: shoulder - 0.06, y: -0.18 },
    {
      kind: 'curve',
      x1: shoulder - 0.3,
      y1: 0,
      x2: shoulder - 0.32,
      y2: tip - 0.1,
      x: shoulder - 0.22,
      y: tip,
    },
    {
      kind: 'curve',
      x1: shoulder - 0.1,
      y1: tip - 0.06,
      x2: shoulder + 0.14,
      y2: 0.1,
      x: shoulder + 0.1,
      y: -0.16,
    },
  ];
}

function eye(isSmall: boolean): readonly AnimalPart[] {
  const radius = isSmall ? 0.075 : 0.055;
  const pupil = filled('line', [{ kind: 'ellipse', x: -0.02, y: -0.62, rx: radius, ry: radius }]);
  if (isSmall) return [pupil];
  const glint = filled('muzzle', [{ kind: 'ellipse', x: 0, y: -0.64, rx: 0.018, ry: 0.018 }]);
  return [pupil, glint];
}
