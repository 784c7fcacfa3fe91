import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { checkImport } from '../../../shared/recording/check.ts';
import { RECORDING_LIMITS } from '../../../shared/recording/limits.ts';
import { openRecording } from '../../../shared/recording/recording.ts';
import { EVENT_VERSION } from '../../../shared/session/events.ts';
import { forge, type Forgery } from '../../helpers/forge.ts';
import { contentOf, record, refusalOf } from '../../helpers/recordings.ts';
import { playSmallClass } from '../../helpers/small-class.ts';

const WRITTEN = `{"v":${EVENT_VERSION},`;
const honest = record(playSmallClass(), {}, { eventsPerBlock: 70 });
const forged = (forgery: Forgery) => refusalOf(() => contentOf(forge(honest, forgery)));

/** Changes one event, found by its type, in whichever block it is. */
function event(type: string, change: (event: Record<string, unknown>) => unknown): Forgery {
  return {
    lines: (lines) =>
      lines.map((line) => {
        if (!line.includes(`"event":{"type":"${type}"`)) return line;
        const [version, epoch, stored] = JSON.parse(line) as [
          number,
          number,
          { event: Record<string, unknown> },
        ];
        return JSON.stringify([version, epoch, { ...stored, event: change(stored.event) }]);
      }),
  };
}

const header = (patch: object): Forgery => ({
  header: (one) => ({ ...one, ...patch }),
});
const keyframe = (from: string, to: string): Forgery => ({
  lines: (lines, index) =>
    index === 0 ? lines : lines.map((line, at) => (at === 0 ? line.replace(from, to) : line)),
});

describe('a recording made by somebody who knows how', () => {
  it('passes while it says nothing else', () => {
    expect(forged({})).toBeNull();
  });

  it('may not have events of another shape, or of another network', () => {
    expect(forged(event('seat-joined', (one) => ({ ...one, admin: true })))).toBe('malformed');
    expect(forged(event('nudged', (one) => ({ ...one, seat: 0.5 })))).toBe('malformed');
    expect(forged(event('nudged', (one) => ({ ...one, parameter: 17 })))).toBe('malformed');
    expect(forged(event('step-taken', (one) => ({ ...one, gradient: [0.5] })))).toBe('malformed');
    expect(forged(event('session-ended', () => ({ type: 'eval' })))).toBe('malformed');
    expect(forged(event('session-opened', (one) => ({ ...one, setup: null })))).toBe('malformed');
  });

  it('may not open twice, nor have an event of a version to come', () => {
    const again = {
      lines: (lines: readonly string[]) =>
        lines.map((line) => line.replace('{"type":"session-ended"}', opened(lines))),
    };
    expect(forged(again)).not.toBeNull();
    expect(
      forged({ lines: (lines) => lines.map((line) => line.replace(WRITTEN, `{"v":${EVENT_VERSION + 1},`)) }),
    ).toBe('newer-version');
    expect(forged({ lines: (lines) => lines.map((line) => line.replace(WRITTEN, '{"v":"2",')) })).toBe(
      'malformed',
    );
  });

  it('may not leave an event out, nor count it twice', () => {
    expect(forged({ lines: (lines) => lines.slice(0, -1) })).toBe('inconsistent');
    expect(forged({ lines: (lines) => [...lines, lines[lines.length - 1] ?? ''] })).toBe('too-large');
    expect(forged({ lines: ([first = '', second = '', ...rest]) => [first, ...rest, second] })).toBe(
      'malformed',
    );
  });

  it('may not tell another story in its keyframes than in its events', () => {
    expect(forged(keyframe('"teacherPresent":true', '"teacherPresent":false'))).toBe('inconsistent');
    expect(forged(keyframe('"agreed":0', '"agreed":9'))).toBe('inconsistent');
    expect(forged(keyframe('"locked":false', '"locked":"no"'))).toBe('malformed');
    expect(forged(keyframe('{"keyframe":{', '{"keyframe":{"more":1,'))).toBe('malformed');
    expect(forged({ lines: (lines) => ['{"keyframe":null}', ...lines.slice(1)] })).toBe('malformed');
  });

  it('may not tell another story in its header, summary or timeline', () => {
    expect(forged(header({ startedAtMs: 5 }))).toBe('inconsistent');
    expect(forged(header({ lesson: 'xor' }))).toBe('inconsistent');
    expect(forged(header({ session: 'another-class' }))).toBe('damaged');
    expect(forged(header({ events: 7 }))).toBe('inconsistent');
    expect(forged(header({ bookmarks: [{ version: 5_000, label: 'aquí' }] }))).toBe('inconsistent');
    const summary: Forgery['derived'] = (one) => ({ ...one, summary: { ...one.summary, lossLast: 0 } });
    expect(forged({ derived: summary })).toBe('inconsistent');
    expect(forged({ derived: (one) => ({ ...one, timeline: one.timeline.slice(1) }) })).toBe('inconsistent');
  });

  it('may not carry script or invisible signs in what people wrote', () => {
    const scripts = [
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '<svg/onload=x>',
      '</title >',
      'a\u202Eb',
      'a\nb',
    ];
    for (const text of scripts) {
      expect([text, forged(header({ title: text }))]).toEqual([text, 'unfit-text']);
      expect([text, forged(header({ names: [{ seat: 1, name: text }] }))]).toEqual([text, 'unfit-text']);
      expect([text, forged(header({ tags: [text] }))]).toEqual([text, 'unfit-text']);
      expect([text, forged(header({ bookmarks: [{ version: 1, label: text }] }))]).toEqual([
        text,
        'unfit-text',
      ]);
    }
    for (const text of ['Ana <3', 'loss<0.1', '¿Perro o gato? 🐣', 'a > b']) {
      expect([text, forged(header({ title: text }))]).toEqual([text, null]);
    }
    expect(forged(header({ title: 'x'.repeat(200) }))).toBe('malformed');
  });
});

describe('a recording made to be large', () => {
  const zeros = (bytes: number) => new Uint8Array(bytes);

  it('is refused by what it says, before anything is unpacked', () => {
    const blocks: Forgery['blocks'] = (all) =>
      all.map((block) => ({ ...block, textBytes: RECORDING_LIMITS.blockTextBytes + 1 }));
    expect(forged({ blocks })).toBe('too-large');
    expect(refusalOf(() => contentOf(zeros(RECORDING_LIMITS.fileBytes + 1)))).toBe('too-large');
  });

  it('is refused when it holds more than it says, as soon as it does', () => {
    const bomb = gzipWith(zeros(400_000_000), 1_000);
    const before = process.memoryUsage().arrayBuffers;
    expect(bomb.length).toBeLessThan(500_000);
    expect(forged({ pack: () => bomb })).toBe('damaged');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000_000);
  });

  it('is refused when its lines are too long, too many or too deep', () => {
    const inFirst = (line: string): Forgery => ({
      lines: (lines) => [lines[0] ?? '', line, ...lines.slice(2)],
    });
    expect(
      forged(inFirst(`[1,1,${WRITTEN}"atMs":1,"event":${'['.repeat(100_000)}${']'.repeat(100_000)}}]`)),
    ).toBe('too-large');
    expect(forged(inFirst(`[1,1,${WRITTEN}"atMs":1,"event":"${'x'.repeat(7_000_000)}"}]`))).toBe('malformed');
    expect(forged({ lines: (lines) => [...lines, ...Array.from({ length: 1_000 }, () => '')] })).toBe(
      'too-large',
    );
  });

  it('opens no faster way to the same: a reader that unpacks only what it shows refuses it too', () => {
    const bytes = forge(honest, { pack: () => gzipWith(zeros(50_000_000), 900) });
    expect(refusalOf(() => openRecording(bytes))).toBe('damaged');
  });

  it('is given up after one event too many, not after all of them', () => {
    const walk = checkImport(honest);
    expect(walk.next().value).toMatchObject({ recorded: { version: 1 } });
    expect(walk.next().value).toMatchObject({ recorded: { version: 2 } });
  });
});

function opened(lines: readonly string[]): string {
  return (
    /"event":(\{"type":"session-opened".*\})\}\]$/u.exec(lines[1] ?? '')?.[1] ?? '{"type":"session-opened"}'
  );
}

/** A gzip member that says it holds fewer bytes than it does. */
function gzipWith(bytes: Uint8Array, said: number): Uint8Array {
  const packed = deflateRawSync(bytes, { level: 9 });
  const member = new Uint8Array(10 + packed.length + 8);
  member.set([0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0, 0, 0xff]);
  member.set(packed, 10);
  new DataView(member.buffer).setUint32(member.length - 4, said, true);
  return member;
}
