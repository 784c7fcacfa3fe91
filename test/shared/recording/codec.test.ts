import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHex } from '../../../shared/recording/hex.ts';
import { openRecording } from '../../../shared/recording/recording.ts';
import { anyPlan, playBusyClass } from '../../helpers/busy-class.ts';
import { contentOf, record, refusalOf, SESSION } from '../../helpers/recordings.ts';
import { playSmallClass } from '../../helpers/small-class.ts';
import { playTinyClass } from '../../helpers/tiny-class.ts';

const blockSizes = fc.integer({ min: 1, max: 80 });

describe('a recording', () => {
  it('gives back every line of the journal, whatever the class did and however it is cut in blocks', () => {
    fc.assert(
      fc.property(anyPlan, blockSizes, (plan, eventsPerBlock) => {
        const lines = playBusyClass(plan);
        expect(contentOf(record(lines, {}, { eventsPerBlock })).lines).toEqual(lines);
      }),
      { numRuns: 30 },
    );
  });

  it('is the same file, byte by byte, whenever it is written', () => {
    expect(record(playSmallClass())).toEqual(record(playSmallClass()));
  });

  it('says what it is before its events are read', () => {
    const lines = playSmallClass();
    const label = { title: 'Perro o gato, 4.º B', tags: ['4B'], bookmarks: [{ version: 40, label: 'aquí' }] };
    const { header, setup, timeline, seal } = openRecording(record(lines, label));
    expect(header).toMatchObject({
      ...label,
      session: SESSION,
      lesson: 'pets',
      language: 'es',
      names: null,
      origin: null,
      events: lines.length,
      summary: {
        rounds: 18,
        seats: 6,
        bots: 3,
        stages: ['practice', 'guess', 'keep-if-better', 'probe', 'backprop'],
      },
    });
    expect(header.endedAtMs).toBe(header.startedAtMs + header.summary.durationMs);
    expect(setup.startParameters).toHaveLength(17);
    expect(timeline.filter(({ kind }) => kind === 'step')).toHaveLength(18);
    expect(timeline.filter(({ takenBackAt }) => takenBackAt !== null)).toHaveLength(6);
    expect(seal).toBeNull();
  });

  it('is lines of JSON for whoever unpacks it, the events as the journal has them', () => {
    const lines = playSmallClass();
    const text = gunzipSync(record(lines, {}, { eventsPerBlock: 100 })).toString('utf8');
    const written = text.trimEnd().split('\n');
    for (const line of written) JSON.parse(line);
    expect(JSON.parse(written[0] ?? '')).toMatchObject({ descenso: 'recording', format: 1 });
    expect(written.filter((line) => line.startsWith('{"keyframe":'))).toHaveLength(3);
    expect(written.filter((line) => line.startsWith('['))).toEqual(
      lines.map(({ version, epoch, json }) => `[${version},${epoch},${json}]`),
    );
  });

  it('carries the seal of its digest', () => {
    const seal = { publicKey: 'ab'.repeat(32), signature: 'cd'.repeat(64) };
    let signed = '';
    const sealed = record(playTinyClass(), {}, {}, (digest) => {
      signed = toHex(digest);
      return seal;
    });
    expect(openRecording(sealed).seal).toEqual(seal);
    expect(toHex(contentOf(sealed).digest)).toBe(signed);
    expect(toHex(contentOf(record(playTinyClass())).digest)).toBe(signed);
  });

  it('is read from its ends: no block is unpacked to open it but the first', () => {
    const bytes = record(playSmallClass(), {}, { eventsPerBlock: 50 });
    const whole = openRecording(bytes);
    const blank = bytes.slice();
    blank.fill(0, bytes.length - 6_000, bytes.length - 600);
    const opened = openRecording(blank);
    expect(opened.timeline).toEqual(whole.timeline);
    expect(opened.stateAt(20)).toEqual(whole.stateAt(20));
    expect(refusalOf(() => opened.stateAt(208))).toBe('damaged');
  });
});
