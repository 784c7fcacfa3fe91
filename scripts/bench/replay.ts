import { createHash } from 'node:crypto';
import { loadavg } from 'node:os';
import { gzipSync } from 'node:zlib';
import { createRng, seedFrom } from '../../shared/math/rng.ts';
import { screenView } from '../../shared/projection/screen-view.ts';
import type { JournalLine } from '../../shared/recording/chain.ts';
import { openRecording } from '../../shared/recording/recording.ts';
import { writeRecording } from '../../shared/recording/recorder.ts';
import { rehearse } from '../../shared/recording/rehearse.ts';
import type { RecordingTools } from '../../shared/recording/tools.ts';
import { EMPTY_ROSTER } from '../../shared/session/roster.ts';
import { playLongClass, type LongClass } from './long-class.ts';

/** How fast a long recording opens and is sought in, and how large an ordinary one is. */
export function benchReplay(json: boolean): void {
  report(seeking({ steps: 10_000, seats: 60, seed: 1 }), json);
  report(sizes({ steps: 400, seats: 30, seed: 1 }), json);
}

const SEEKS = 1_000;

/** Every seek is to a place of its own among a thousand blocks, so that it is almost always unpacked anew. */
function seeking({ steps, seats, seed }: LongClass) {
  const bytes = write(playLongClass({ steps, seats, seed }));
  const opened = performance.now();
  const recording = openRecording(bytes);
  // As the player opens it; it is open when its first moment can be looked at.
  rehearse(recording, (state) => screenView(state, EMPTY_ROSTER));
  screenView(recording.stateAt(1), EMPTY_ROSTER);
  const loadMs = performance.now() - opened;
  const rng = createRng(seedFrom('seek', seed));
  const times = Array.from({ length: SEEKS }, () => {
    const version = 1 + rng.below(recording.header.events);
    const asked = performance.now();
    screenView(recording.stateAt(version), EMPTY_ROSTER);
    return performance.now() - asked;
  }).sort((one, other) => one - other);
  return {
    bench: 'replay',
    steps,
    seats,
    events: recording.header.events,
    bytes: bytes.length,
    loadMs: rounded(loadMs),
    seekP50Ms: rounded(times[SEEKS * 0.5] ?? 0),
    seekP99Ms: rounded(times[SEEKS * 0.99] ?? 0),
    seekMaxMs: rounded(times[SEEKS - 1] ?? 0),
    load: load(),
  };
}

/** A nudge costs what the file is smaller by when all nudges are left out; a step, its share of what is then left. */
function sizes({ steps, seats, seed }: LongClass) {
  const lines = [...playLongClass({ steps, seats, seed })];
  const others = lines.filter(({ json }) => !json.includes('"type":"nudged"'));
  const bytes = write(lines).length;
  const without = write(others.map((line, index) => ({ ...line, version: index + 1 }))).length;
  const nudges = lines.length - others.length;
  return {
    bench: 'recording-size',
    steps,
    seats,
    nudges,
    bytes,
    bytesPerNudge: rounded((bytes - without) / nudges),
    bytesPerStep: rounded(without / steps),
    load: load(),
  };
}

/** As the server writes them. */
function write(lines: Iterable<JournalLine>): Uint8Array {
  const label = { title: null, tags: [], bookmarks: [], names: null };
  return writeRecording('A0123456789-0123456789', lines, label, () => null, TOOLS);
}

const TOOLS: RecordingTools = {
  gzip: (bytes) => gzipSync(bytes, { level: 9 }),
  sha256: (...parts) => {
    const hash = createHash('sha256');
    for (const part of parts) hash.update(part);
    return hash.digest();
  },
};

function report(line: Readonly<Record<string, string | number>>, json: boolean): void {
  const sentence = Object.entries(line).map(([name, value]) => `${name} ${value}`);
  process.stdout.write(`${json ? JSON.stringify(line) : sentence.join('   ')}\n`);
}

function load(): number {
  return rounded(loadavg()[0] ?? 0);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
