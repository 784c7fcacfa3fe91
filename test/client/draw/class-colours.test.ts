import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { classMark } from '../../../client/draw/class-marks.ts';
import { paintClasses } from '../../../client/draw/heat-map.ts';
import { svgPath } from '../../../client/draw/outline.ts';
import { parseHex, type Rgb } from '../../../client/draw/palette.ts';

const css = readFileSync(new URL('../../../client/style/tokens.css', import.meta.url), 'utf8');
const GROUNDS = ['--heat-negative', '--heat-positive', '--heat-third', '--heat-fourth', '--heat-zero'];
const LIGHT = css.slice(0, css.indexOf('@media'));
const DARK = css.slice(css.indexOf("[data-theme='dark'] {"));

type Vector = readonly [number, number, number];
type Matrix = readonly [Vector, Vector, Vector];

/** What eyes without one kind of cone make of linear light (Machado, Oliveira, Fernandes 2009, severity 1). */
const EYES: Readonly<Record<string, Matrix>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
/** A difference of 10 in CIE Lab is plain to see; these grounds lie side by side on a bad projector. */
const LEAST_DIFFERENCE = 22;

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
])('the grounds of up to four classes, %s', (_, block) => {
  const colours = GROUNDS.map((name) =>
    parseHex(new RegExp(`${name}: (#[0-9a-f]{6})`, 'u').exec(block)?.[1] ?? ''),
  );

  it.each(Object.keys(EYES))('can be told apart, and from undecided, by %s eyes', (eyes) => {
    const seen = colours.map((colour) => labOf(through(EYES[eyes], colour)));
    for (const [index, one] of seen.entries())
      for (const other of seen.slice(index + 1))
        expect(Math.hypot(...one.map((value, axis) => value - (other[axis] ?? 0)))).toBeGreaterThan(
          LEAST_DIFFERENCE,
        );
  });
});

describe('a class on the map', () => {
  it('has a shape of its own, so that colour is never alone', () => {
    expect(new Set([0, 1, 2, 3].map((index) => svgPath(classMark(index)))).size).toBe(4);
  });

  it('colours the ground where it is the likeliest, and the paler the closer it was', () => {
    const colours: readonly Rgb[] = [
      [255, 0, 0],
      [0, 255, 0],
      [0, 0, 255],
    ];
    // Answers come as −1 to 1: sure of the second, a third each, sure of nobody but most of the third.
    const answers = [
      [-1, -1 / 3, -0.4],
      [1, -1 / 3, -0.8],
      [-1, -1 / 3, 0.2],
    ];
    const bytes = new Uint8ClampedArray(12);
    paintClasses({ columns: 3, rows: 1, answers }, colours, [255, 255, 255], bytes);
    expect(Array.from(bytes.subarray(0, 4))).toEqual([0, 255, 0, 255]);
    expect(Array.from(bytes.subarray(4, 8))).toEqual([255, 255, 255, 255]);
    const [red = 0, green = 0, blue = 0] = bytes.slice(8);
    expect(blue).toBe(255);
    expect(red).toBe(green);
    expect(red).toBeGreaterThan(80);
    expect(red).toBeLessThan(250);
  });
});

function through(eyes: Matrix | undefined, colour: Rgb): Vector {
  const light = colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return times(eyes ?? EYES['usual'], light);
}

function times(matrix: Matrix | undefined, vector: readonly number[]): Vector {
  const row = (index: 0 | 1 | 2): number =>
    (matrix?.[index] ?? []).reduce((sum, share, column) => sum + share * (vector[column] ?? 0), 0);
  return [row(0), row(1), row(2)];
}

/** CIE Lab of linear sRGB light, white point D65. */
function labOf(light: Vector): Vector {
  const inside = light.map((channel) => Math.min(1, Math.max(0, channel)));
  const [x, y, z] = times(
    [
      [0.4124 / 0.9505, 0.3576 / 0.9505, 0.1805 / 0.9505],
      [0.2126, 0.7152, 0.0722],
      [0.0193 / 1.089, 0.1192 / 1.089, 0.9505 / 1.089],
    ],
    inside,
  ).map((value) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116));
  return [116 * (y ?? 0) - 16, 500 * ((x ?? 0) - (y ?? 0)), 200 * ((y ?? 0) - (z ?? 0))];
}
