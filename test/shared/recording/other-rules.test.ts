import { describe, expect, it } from 'vitest';
import { openRecording } from '../../../shared/recording/recording.ts';
import { forge, type Forgery } from '../../helpers/forge.ts';
import { contentOf, record, refusalOf } from '../../helpers/recordings.ts';
import { playSmallClass } from '../../helpers/small-class.ts';

const today = record(playSmallClass(), { title: 'Otra vez' }, { eventsPerBlock: 60 });
const seal = { publicKey: 'ab'.repeat(32), signature: 'cd'.repeat(64) };

/** As a program writes it whose states, curves and summaries are of another shape: its events are the same. */
const OTHER: Forgery = {
  headText: (text) => {
    const [header = '', blocks = ''] = text.split('\n');
    return `${[header, blocks, '{"derived":{"stateVersion":7,"mood":"good"}}', '{"points":"many"}'].join('\n')}\n`;
  },
  lines: ([, ...events]) => ['{"keyframe":{"of":"another shape"}}', ...events],
  seal: () => seal,
};

describe('a recording of other rules', () => {
  it('opens as if today’s had written it: all that follows from its events is worked out again', () => {
    const [other, expected] = [openRecording(forge(today, OTHER)), openRecording(today)];
    expect(other.header).toEqual(expected.header);
    expect(other.timeline).toEqual(expected.timeline);
    for (const version of [1, 60, 61, 130, 208])
      expect(other.stateAt(version).history.map(({ figures }) => figures)).toEqual(
        expected.stateAt(version).history.map(({ figures }) => figures),
      );
    expect(other.seal).toEqual(seal);
  });

  it('is checked by its events, and its keyframes are not asked', () => {
    const { lines, header } = contentOf(forge(today, OTHER));
    expect(lines).toEqual(playSmallClass());
    expect(header).toEqual(openRecording(today).header);
  });

  it('is refused like any other where its events are not those of a session', () => {
    const lines: Forgery['lines'] = ([, ...events]) => [
      '{"keyframe":{}}',
      ...events.map((line) => line.replace('"type":"nudged"', '"type":"nudge"')),
    ];
    expect(refusalOf(() => openRecording(forge(today, { ...OTHER, lines })))).toBe('malformed');
  });
});
