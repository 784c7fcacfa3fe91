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
  /** A colour for each class by its index: cat and dog first. */
  readonly classes: readonly ClassColours[];
  readonly heat: HeatRamp;
  readonly family: string;
};

/** The inside of a drawing, its lines, and the ground where the network is sure of the class. */
export type ClassColours = { readonly soft: string; readonly ink: string; readonly heat: Rgb };

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
    classes: CLASS_TOKENS.map(({ name, heat }) => ({
      soft: token(`--${name}-soft`),
      ink: token(`--${name}-ink`),
      heat: parseHex(token(heat)),
    })),
    heat: {
      negative: parseHex(token('--heat-negative')),
      zero: parseHex(token('--heat-zero')),
      positive: parseHex(token('--heat-positive')),
    },
    family: token('--family'),
  };
}

/** Far enough apart, in both themes, for the eyes that see fewer colours (test/client/draw/class-colours.test.ts). */
const CLASS_TOKENS = [
  { name: 'violet', heat: '--heat-negative' },
  { name: 'orange', heat: '--heat-positive' },
  { name: 'green', heat: '--heat-third' },
  { name: 'gold', heat: '--heat-fourth' },
] as const;

/** `#f3a46f` as numbers; black for anything else, so that a missing token shows. */
export function parseHex(hex: string): Rgb {
  const value = /^#[0-9a-f]{6}$/iu.test(hex) ? Number.parseInt(hex.slice(1), 16) : 0;
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}
