import type { Outline } from './outline.ts';

/**
 * A shape for each class, in a box from −1 to 1: with colour alone some eyes could not tell them apart. Circle,
 * square, triangle, diamond, by the class's index.
 */
export function classMark(classIndex: number): Outline {
  return MARKS[((classIndex % MARKS.length) + MARKS.length) % MARKS.length] ?? CIRCLE;
}

const CIRCLE: Outline = [{ kind: 'ellipse', x: 0, y: 0, rx: 0.9, ry: 0.9 }];

const MARKS: readonly Outline[] = [
  CIRCLE,
  corners([-0.8, -0.8], [0.8, -0.8], [0.8, 0.8], [-0.8, 0.8]),
  corners([0, -1], [1, 0.8], [-1, 0.8]),
  corners([0, -1.1], [1.1, 0], [0, 1.1], [-1.1, 0]),
];

function corners(...points: readonly (readonly [number, number])[]): Outline {
  return [
    ...points.map(([x, y], index) => ({ kind: index === 0 ? ('move' as const) : ('line' as const), x, y })),
    { kind: 'close' },
  ];
}
