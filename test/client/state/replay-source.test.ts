import { describe, expect, it } from 'vitest';
import type { ApiResult } from '../../../client/link/ask.ts';
import { createReplaySource, openedFrom, type Kept } from '../../../client/state/replay-source.svelte.ts';
import { RecordingError } from '../../../shared/recording/recording-error.ts';
import { fileOf, playLesson } from '../../helpers/class-recording.ts';

const FILE = fileOf(playLesson(3));
const KEPT: Kept = { id: 'a-class-of-22-letters_', key: 'a-key', isTeacher: true };
const OTHER: Kept = { ...KEPT, id: 'another-class-of-22-l_' };

describe('opening a recording', () => {
  it('says how much has come, and opens it', async () => {
    const shares: unknown[] = [];
    const source = createReplaySource(async (_, onreceived) => {
      for (const share of [0.5, 1]) {
        onreceived(share);
        shares.push(source.showing);
      }
      return Promise.resolve({ ok: true, value: new Blob([FILE]) });
    });
    await source.openKept(KEPT);
    expect(shares).toEqual([
      { kind: 'loading', share: 0.5 },
      { kind: 'loading', share: 1 },
    ]);
    expect(source.showing).toMatchObject({ kind: 'open', opened: { kept: KEPT } });
  });

  it('says why the server would not', async () => {
    const source = createReplaySource(() => Promise.resolve({ ok: false, error: 'not-found', ms: null }));
    await source.openKept(KEPT);
    expect(source.showing).toEqual({ kind: 'refused', error: 'not-found', kept: KEPT });
  });

  it('opens what was asked for last, whatever comes first', async () => {
    const answers = new Map<string, (answer: ApiResult<Blob>) => void>();
    const source = createReplaySource(({ id }) => new Promise((resolve) => answers.set(id, resolve)));
    const first = source.openKept(KEPT);
    const second = source.openKept(OTHER);
    answers.get(OTHER.id)?.({ ok: true, value: new Blob([FILE]) });
    await second;
    answers.get(KEPT.id)?.({ ok: false, error: 'unreachable', ms: null });
    await first;
    expect(source.showing).toMatchObject({ kind: 'open', opened: { kept: OTHER } });
  });

  it('opens a file that somebody dropped, which no server keeps', async () => {
    const source = createReplaySource(() => Promise.reject(new Error('nobody should be asked')));
    await source.openFile(new Blob([FILE]));
    expect(source.showing).toMatchObject({ kind: 'open', opened: { kept: null } });
    source.clear();
    expect(source.showing).toEqual({ kind: 'nothing' });
  });

  it('has one sentence for every file that is no whole recording', () => {
    const half = FILE.slice(0, FILE.length - 200);
    expect(openedFrom(new TextEncoder().encode('%PDF-1.7'), null)).toEqual({
      kind: 'unfit',
      code: 'not-a-recording',
    });
    expect(openedFrom(half, null)).toMatchObject({ kind: 'unfit' });
  });

  it('stops showing one that turns out to be damaged where it is played; a bug of ours is no damage', () => {
    const source = createReplaySource(() => Promise.reject(new Error('unused')), openedFrom(FILE, null));
    source.fail(new RecordingError('damaged', 'block 3 is not what was written'));
    expect(source.showing).toEqual({ kind: 'unfit', code: 'damaged' });
    expect(() => source.fail(new TypeError('x is not a function'))).toThrow(TypeError);
  });
});
