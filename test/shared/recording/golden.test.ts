import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FORMAT_VERSION } from '../../../shared/recording/codec.ts';
import { openRecording } from '../../../shared/recording/recording.ts';
import { EVENT_VERSION } from '../../../shared/session/events.ts';
import { evolve } from '../../../shared/session/evolve.ts';
import { screenView } from '../../../shared/projection/screen-view.ts';
import { EMPTY_ROSTER } from '../../../shared/session/roster.ts';
import { contentOf } from '../../helpers/recordings.ts';

const FOLDER = new URL('../../golden/', import.meta.url);
const golden = (name: string) => new Uint8Array(readFileSync(new URL(name, FOLDER)));
const recordings = readdirSync(FOLDER).filter((name) => name.startsWith('recording-'));

/** What was true of these classes on the day they were recorded. */
const THEN = {
  'recording-1-events-1.json.gz': {
    events: 208,
    rounds: 18,
    seats: 6,
    bots: 3,
    lossLast: 0.25019205758971125,
  },
  'recording-1-events-2.json.gz': {
    events: 208,
    rounds: 18,
    seats: 6,
    bots: 3,
    lossLast: 0.2501920575897113,
  },
  'recording-1-events-3.json.gz': {
    events: 113,
    rounds: 37,
    seats: 3,
    bots: 2,
    lossLast: 0.5768825585560963,
  },
  'recording-1-events-4.json.gz': {
    events: 78,
    rounds: 1,
    seats: 3,
    bots: 2,
    lossLast: 0.5034990856667992,
  },
  'recording-1-events-5.json.gz': {
    events: 66,
    rounds: 1,
    seats: 8,
    bots: 0,
    lossLast: 0.8375566682325016,
  },
} as const;

describe('a recording of an earlier version', () => {
  it('is kept for every version of the file and of the events', () => {
    const newest = `recording-${FORMAT_VERSION}-events-${EVENT_VERSION}.json.gz`;
    expect(recordings.sort()).toEqual(Object.keys(THEN));
    expect(recordings[recordings.length - 1]).toBe(newest);
  });

  it.each(Object.entries(THEN))('opens, and says what it said then: %s', (name, then) => {
    const { events, ...summary } = then;
    const { header, stateAt } = openRecording(golden(name));
    expect(header).toMatchObject({ title: 'Perro o gato', tags: ['4B'], events, summary });
    expect(stateAt(events).figures.loss).toBe(then.lossLast);
  });

  it.each(recordings)('holds from end to end, with keyframes that its events still lead to: %s', (name) => {
    const lines = readFileSync(new URL(journalOf(name), FOLDER), 'utf8')
      .trimEnd()
      .split('\n');
    expect(
      contentOf(golden(name)).lines.map(({ version, epoch, json }) => `[${version},${epoch},${json}]`),
    ).toEqual(lines);
  });

  it.each(recordings)('shows at each moment what folding its events shows: %s', (name) => {
    const { events, header, stateAt } = openRecording(golden(name));
    let state = stateAt(1);
    for (const { version, event } of events(2, header.events)) {
      state = evolve(state, event);
      expect(screenView(stateAt(version), EMPTY_ROSTER)).toEqual(screenView(state, EMPTY_ROSTER));
    }
  });
});

function journalOf(recording: string): string {
  return recording.replace(/^recording-\d+-(.*)\.json\.gz$/u, 'session-$1.jsonl');
}
