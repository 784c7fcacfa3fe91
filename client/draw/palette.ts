/** Red, green and blue, each 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** What a canvas paints with: the tokens of tokens.css in words a canvas understands. */
export type Palette = {
  readonly ink: string;
  readonly mute: string;
  readonly line: string;
  readonly card: string;
  readonly worse: string;
  readonly fresh: string;
  readonly fur: string;
  readonly dogSoft: string;
  readonly dogInk: string;
  readonly catSoft: string;
  readonly catInk: string;
  readonly heat: HeatRamp;
  readonly family: string;
};

/** From −1 through 0 to 1. */
export type HeatRamp = { readonly negative: Rgb; readonly zero: Rgb; readonly positive: Rgb };

/** Reads a palette through any source of custom properties: a computed style, or a table in a test. */
export function paletteFrom(token: (name: string) => string): Palette {
  return {
    ink: token('--ink'),
    mute: token('--mute'),
    line: token('--line'),
    card: token('--card'),
    worse: token('--worse'),
    fresh: token('--new'),
    fur: token('--fur'),
    dogSoft: token('--orange-soft'),
    dogInk: token('--orange-ink'),
    catSoft: token('--violet-soft'),
    catInk: token('--violet-ink'),
    heat: {
      negative: parseHex(token('--heat-negative')),
      zero: parseHex(token('--heat-zero')),
      positive: parseHex(token('--heat-positive')),
    },
    family: token('--family'),
  };
}

/** `#f3a46f` as numbers; black for anything else, so that a missing token shows. */
export function parseHex(hex: string): Rgb {
  const value = /^#[0-9a-f]{6}$/iu.test(hex) ? Number.parseInt(hex.slice(1), 16) : 0;
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}
