import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentOf, record, refusalOf } from '../../helpers/recordings.ts';
import { playTinyClass } from '../../helpers/tiny-class.ts';

const tiny = record(playTinyClass());
const whyNot = (bytes: Uint8Array) => refusalOf(() => contentOf(bytes));

describe('a file that was tampered with', () => {
  it('is refused, or says exactly what it said, whichever byte was changed', () => {
    const content = contentOf(tiny);
    const passed = new Set<number>();
    for (const [place, byte] of tiny.entries()) {
      for (const changed of [byte ^ (1 << (place % 8)), (byte + 1 + (place % 254)) & 0xff]) {
        const edited = tiny.slice();
        edited[place] = changed;
        if (whyNot(edited) !== null) continue;
        passed.add(place);
        expect(contentOf(edited)).toEqual(content);
      }
    }
    // Of each of the four members: date, hint and system, the checksum beside ours, and the bits left over in its
    // last byte. Of the two stored ones also the bits left over in the first, and the length that is said twice.
    expect(passed.size).toBeLessThanOrEqual(4 * (6 + 4 + 1) + 2 * (1 + 2));
  }, 120_000);

  it('is refused as cut short wherever it was', () => {
    for (let length = 2; length < tiny.length; length++)
      expect([length, whyNot(tiny.subarray(0, length))]).toEqual([length, 'truncated']);
    expect(whyNot(new Uint8Array())).toBe('not-a-recording');
    expect(whyNot(tiny.subarray(0, 1))).toBe('not-a-recording');
  });

  it('is refused when it goes on after its end, or holds two', () => {
    expect(whyNot(Uint8Array.of(...tiny, 0))).toBe('damaged');
    expect(whyNot(Uint8Array.of(...tiny, ...tiny))).toBe('damaged');
  });

  it('is refused whatever else it is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4_000 }), (noise) => {
        expect(whyNot(noise)).toBe('not-a-recording');
        const inside = tiny.slice();
        inside.set(noise.subarray(0, 400), 100);
        whyNot(inside);
      }),
      { numRuns: 200 },
    );
    expect(whyNot(gzipSync(tiny))).toBe('not-a-recording');
  });
});
