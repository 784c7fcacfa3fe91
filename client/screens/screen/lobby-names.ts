import type { PetFeatures, PetKind } from '../../draw/pet.ts';
import type { Size } from '../../draw/network-layout.ts';

/** Everything a name tag measures, in units of its font size. */
const LETTER = 0.57;
const AROUND_NAME = 3.7;
const GAP = 0.55;
const LINE = 2.35;
const MORE_TAG = 7;

export type TagFit = {
  readonly fontPx: number;
  /** Tags that find room; the rest are counted. */
  readonly shown: number;
};

/**
 * The largest font at which all names find room in the box, or the smallest with as many as do. Widths are
 * estimated: letters differ, and a tag more or less matters to nobody.
 */
export function fitTags(names: readonly string[], box: Size, largestPx: number, smallestPx: number): TagFit {
  for (let fontPx = largestPx; fontPx > smallestPx; fontPx -= 1) {
    if (tagsThatFit(names, box, fontPx, 0) === names.length) return { fontPx, shown: names.length };
  }
  const all = tagsThatFit(names, box, smallestPx, 0);
  const shown = all === names.length ? all : tagsThatFit(names, box, smallestPx, MORE_TAG);
  return { fontPx: smallestPx, shown };
}

/** How many tags fit, filling line after line, with room kept for `reserved` font sizes on the last one. */
function tagsThatFit(names: readonly string[], box: Size, fontPx: number, reserved: number): number {
  const lines = Math.floor((box.height + GAP * fontPx) / ((LINE + GAP) * fontPx));
  let line = 1;
  let x = 0;
  let count = 0;
  for (const name of names) {
    const width = (name.length * LETTER + AROUND_NAME) * fontPx;
    const roomLeft = box.width - (line === lines ? reserved * fontPx : 0);
    if (x > 0 && x + width > roomLeft) {
      line++;
      x = 0;
    }
    if (line > lines) return count;
    x += width + GAP * fontPx;
    count++;
  }
  return lines < 1 ? 0 : count;
}

/** The pet on a seat's tag: always the same for the same seat, and neighbours' differ. */
export function petOfSeat(seat: number): { readonly features: PetFeatures; readonly kind: PetKind } {
  return {
    features: { ears: ((seat * 37) % 21) / 10 - 1, size: ((seat * 53) % 16) / 10 - 0.3 },
    kind: seat % 2 === 0 ? 'dog' : 'cat',
  };
}
