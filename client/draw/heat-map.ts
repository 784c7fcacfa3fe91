import type { HeatRamp, Rgb } from './palette.ts';

/** What one neuron answers over the plane of two features: row by row from the top left, each −1 to 1. */
export type ActivationPicture = {
  readonly columns: number;
  readonly rows: number;
  readonly values: ArrayLike<number>;
};

/** What one answer per class comes to: for each class what its neuron answers, −1 to 1. */
export type ClassesPicture = {
  readonly columns: number;
  readonly rows: number;
  readonly answers: readonly ArrayLike<number>[];
};

export type MapPicture = ActivationPicture | ClassesPicture;

/** How many shades lie between the two ends; more than an eye tells apart. */
const SHADES = 256;

/**
 * Writes the picture's colours into RGBA bytes, 4 per cell. Values beyond ±1 (a linear neuron) show as the end
 * of the ramp, and what is not a number as the middle.
 */
export function paintActivations(picture: ActivationPicture, ramp: HeatRamp, bytes: Uint8ClampedArray): void {
  const shades = shadesOf(ramp);
  const cells = picture.columns * picture.rows;
  for (let cell = 0; cell < cells; cell++) {
    const value = picture.values[cell] ?? 0;
    const shade = shadeIndex(value) * 3;
    const at = cell * 4;
    bytes[at] = shades[shade] ?? 0;
    bytes[at + 1] = shades[shade + 1] ?? 0;
    bytes[at + 2] = shades[shade + 2] ?? 0;
    bytes[at + 3] = 255;
  }
}

/**
 * Paints each cell in the colour of the class the network would say, the paler the less sure it is: at an even chance
 * nothing is left of the colour.
 */
export function paintClasses(
  { columns, rows, answers }: ClassesPicture,
  colours: readonly Rgb[],
  zero: Rgb,
  bytes: Uint8ClampedArray,
): void {
  const chance = 1 / Math.max(1, answers.length);
  for (let cell = 0; cell < columns * rows; cell++) {
    let said = 0;
    for (let other = 1; other < answers.length; other++)
      if ((answers[other]?.[cell] ?? -1) > (answers[said]?.[cell] ?? -1)) said = other;
    const sure = ((answers[said]?.[cell] ?? -1) + 1) / 2;
    const share = Math.min(1, Math.max(0, (sure - chance) / (1 - chance)));
    const colour = colours[said] ?? zero;
    for (let channel = 0; channel < 3; channel++) {
      const from = zero[channel] ?? 0;
      bytes[cell * 4 + channel] = Math.round(from + ((colour[channel] ?? 0) - from) * share);
    }
    bytes[cell * 4 + 3] = 255;
  }
}

/** The colour of one value, for a legend or a word. */
export function heatColour(value: number, ramp: HeatRamp): Rgb {
  const end = value >= 0 ? ramp.positive : ramp.negative;
  const share = Math.min(1, Math.abs(value));
  const mix = (from: number, to: number): number => Math.round(from + (to - from) * share);
  return [mix(ramp.zero[0], end[0]), mix(ramp.zero[1], end[1]), mix(ramp.zero[2], end[2])];
}

function shadeIndex(value: number): number {
  if (!(value > -1)) return Number.isNaN(value) ? SHADES / 2 : 0;
  if (value >= 1) return SHADES - 1;
  return Math.round(((value + 1) / 2) * (SHADES - 1));
}

const tables = new WeakMap<HeatRamp, Uint8Array>();

/** The ramp as a table of bytes, three a shade: cheaper than mixing three channels for every cell. */
function shadesOf(ramp: HeatRamp): Uint8Array {
  const known = tables.get(ramp);
  if (known !== undefined) return known;
  const shades = new Uint8Array(SHADES * 3);
  tables.set(ramp, shades);
  for (let shade = 0; shade < SHADES; shade++) {
    shades.set(heatColour((shade / (SHADES - 1)) * 2 - 1, ramp), shade * 3);
  }
  return shades;
}
