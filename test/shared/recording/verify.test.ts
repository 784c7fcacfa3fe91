import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSeal } from '../../../server/auth/check-seal.ts';
import { sha256 } from '../../../server/sha-256.ts';
import type { JournalLine } from '../../../shared/recording/chain.ts';
import { gunzip, toText } from '../../../shared/recording/codec-gzip.ts';
import type { Seal } from '../../../shared/recording/recording.ts';
import { verifyRecording, type Verification } from '../../../shared/recording/verify.ts';
import { anyPlan, playBusyClass } from '../../helpers/busy-class.ts';
import { forge } from '../../helpers/forge.ts';
import { leavesOf, withLeaf } from '../../helpers/leaves.ts';
import { record } from '../../helpers/recordings.ts';
import { playSmallClass } from '../../helpers/small-class.ts';
import { playTinyClass } from '../../helpers/tiny-class.ts';

function verify(bytes: Uint8Array, ownPublicKey: string | null = null): Verification {
  return verifyRecording(bytes, { ownPublicKey, checkSeal, sha256 });
}

/** Where each gzip member of a file ends. */
function memberEnds(bytes: Uint8Array): readonly number[] {
  const ends: number[] = [];
  for (let start = 0; start < bytes.length; start = ends[ends.length - 1] ?? bytes.length) {
    const { engine } = inflateRawSync(bytes.subarray(start + 10), { info: true }) as unknown as {
      engine: { bytesWritten: number };
    }; // what `info` gives, which the types leave out
    ends.push(start + 10 + engine.bytesWritten + 8);
  }
  return ends;
}

/** Everything a file says, to the letter. */
function textOf(bytes: Uint8Array, ends: readonly number[]): string {
  return ends.map((end, index) => toText(gunzip(bytes.subarray(ends[index - 1] ?? 0, end), 1e6))).join('');
}

/** A server's key, and how it seals. */
function sealer(): { readonly publicKey: string; readonly seal: (digest: Uint8Array) => Seal } {
  const { privateKey, publicKey: key } = generateKeyPairSync('ed25519');
  const publicKey = hexOf(key);
  return {
    publicKey,
    seal: (digest) => ({ publicKey, signature: sign(null, digest, privateKey).toString('hex') }),
  };
}

function hexOf(key: KeyObject): string {
  const { x = '' } = key.export({ format: 'jwk' });
  return Buffer.from(x, 'base64url').toString('hex');
}

const small = playSmallClass();

describe('an honest recording', () => {
  it('is proven, whatever the class did and however it is cut in blocks', () => {
    fc.assert(
      fc.property(anyPlan, fc.integer({ min: 20, max: 90 }), (plan, eventsPerBlock) => {
        const lines = playBusyClass(plan);
        expect(verify(record(lines, {}, { eventsPerBlock }))).toMatchObject({
          ok: true,
          events: lines.length,
        });
      }),
      { numRuns: 20 },
    );
  }, 120_000);

  it('says how many events and steps it holds', () => {
    const steps = small.filter(({ json }) => json.includes('"type":"step-taken"')).length;
    expect(verify(record(small))).toEqual({ ok: true, events: small.length, steps, seal: 'missing' });
  });

  it('says whether this server vouches for it, another or nobody', () => {
    const [own, other] = [sealer(), sealer()];
    const sealed = record(small, {}, {}, own.seal);
    expect(verify(sealed, own.publicKey)).toMatchObject({ ok: true, seal: 'own' });
    expect(verify(sealed, other.publicKey)).toMatchObject({ ok: true, seal: 'other' });
    expect(verify(sealed, null)).toMatchObject({ ok: true, seal: 'other' });
    expect(verify(record(small), own.publicKey)).toMatchObject({ ok: true, seal: 'missing' });
  });

  it('may have names, a title, tags and bookmarks', () => {
    const label = {
      title: 'Clase 3B',
      tags: ['3B'],
      bookmarks: [{ version: 3, label: '¡aquí!' }],
      names: [{ seat: 1, name: 'Nutria' }],
    };
    expect(verify(record(small, label))).toMatchObject({ ok: true });
  });
});

describe('a seal', () => {
  const { publicKey, seal } = sealer();

  it('is worth nothing on another file', () => {
    let borrowed: Seal | null = null;
    record(small, {}, {}, (digest) => (borrowed = seal(digest)));
    expect(
      verify(
        record(small, { title: 'another' }, {}, () => borrowed),
        publicKey,
      ),
    ).toEqual({
      ok: false,
      version: null,
      what: 'its seal was made for another file, or by another key',
    });
  });

  it('is worth nothing in the name of another key, or of none', () => {
    for (const claimed of [sealer().publicKey, '00'.repeat(32), 'ff'.repeat(32)])
      expect(
        verify(record(small, {}, {}, (digest) => ({ ...seal(digest), publicKey: claimed }))),
      ).toMatchObject({ ok: false });
  });
});

/** Lines in which one number is a hair beside itself, in a file that is written anew: only arithmetic can tell. */
function falsified(
  lines: readonly JournalLine[],
  index: number,
  path: readonly (string | number)[],
  value: number,
) {
  const hair = 1e-8 * Math.max(1, Math.abs(value));
  return lines.map((line, at) =>
    at === index
      ? { ...line, json: JSON.stringify(withLeaf(JSON.parse(line.json), path, value + hair)) }
      : line,
  );
}

describe('a recording that lies', () => {
  it('is found at its event, although chain and digests are made anew', () => {
    const numbers = small.flatMap(({ json }, index) =>
      /"type":"(step-taken|step-taken-back|stage-entered|went-back)"/u.test(json)
        ? leavesOf(JSON.parse(json))
            .filter(
              ({ path, value }) =>
                typeof value === 'number' && !Number.isInteger(value) && path[0] === 'event',
            )
            .map(({ path, value }) => ({ index, path, value: Number(value) }))
        : [],
    );
    fc.assert(
      fc.property(fc.nat({ max: numbers.length - 1 }), (which) => {
        const { index = 0, path = [], value = 0 } = numbers[which] ?? {};
        expect(verify(record(falsified(small, index, path, value)))).toMatchObject({
          ok: false,
          version: index + 1,
        });
      }),
      { numRuns: 40 },
    );
  });

  it('says what should have been there', () => {
    const index = small.findIndex(({ json }) => json.includes('"type":"step-taken"'));
    const { event } = JSON.parse(small[index]?.json ?? '{}');
    const lied = falsified(small, index, ['event', 'figures', 'loss'], event.figures.loss);
    const verification = verify(record(lied));
    expect(verification).toMatchObject({ ok: false, version: index + 1 });
    expect(verification.ok ? '' : verification.what).toContain(
      `figures.loss should be ${event.figures.loss}, it is `,
    );
  });

  const bytes = record(small, {}, { eventsPerBlock: 60 });

  it.each([
    [
      'the summary',
      { derived: (d: Derived) => ({ ...d, summary: { ...d.summary, lossLast: d.summary.lossLast / 2 } }) },
    ],
    ['the timeline', { derived: (d: Derived) => withLeaf(d, ['timeline', 4, 'figures', 'loss'], 0.1) }],
    ['a stage of the timeline', { derived: (d: Derived) => withLeaf(d, ['timeline', 4, 'round'], 9) }],
    [
      'a keyframe',
      {
        lines: ([keyframe = '', ...events]: readonly string[]) => [
          keyframe.replace(/("loss":0\.)\d/u, '$17'),
          ...events,
        ],
      },
    ],
    ['the time it began', { header: (h: Header) => ({ ...h, startedAtMs: h.startedAtMs + 1 }) }],
    ['the lesson', { header: (h: Header) => ({ ...h, lesson: 'xor' }) }],
    ['the session', { header: (h: Header) => ({ ...h, session: 'another-class-altogether' }) }],
    ['the end of the chain', { chain: '0'.repeat(64) }],
  ])('is found where %s does not follow from the events', (_, forgery) => {
    expect(verify(forge(bytes, {}))).toMatchObject({ ok: true });
    expect(verify(forge(bytes, forgery))).toMatchObject({ ok: false });
  });
});

type Derived = Parameters<NonNullable<NonNullable<Parameters<typeof forge>[1]['derived']>>>[0];
type Header = Parameters<NonNullable<NonNullable<Parameters<typeof forge>[1]['header']>>>[0];

describe('a file in which one byte was changed', () => {
  const { publicKey, seal } = sealer();
  const tiny = record(playTinyClass(), {}, {}, seal);
  const BLANKS = [0x09, 0x0a, 0x0d, 0x20];

  it('is found, or says to the letter what it said', () => {
    const ends = memberEnds(tiny);
    const text = textOf(tiny, ends);
    let passed = 0;
    for (const [place, byte] of tiny.entries()) {
      const others = new Set([
        byte ^ (1 << (place % 8)),
        (byte + 1 + (place % 254)) & 0xff,
        BLANKS[place % 4] ?? 0,
      ]);
      others.delete(byte);
      for (const changed of others) {
        const edited = Uint8Array.from(tiny).fill(changed, place, place + 1);
        if (!verify(edited, publicKey).ok) continue;
        passed += 1;
        expect([place, changed, textOf(edited, ends) === text]).toEqual([place, changed, true]);
      }
    }
    expect(passed).toBeGreaterThan(0);
  }, 240_000);
});
