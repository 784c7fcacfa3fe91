import type { SessionState } from '../session/state.ts';
import { writeBlock } from './blocks.ts';
import { createChain, type JournalLine } from './chain.ts';
import { createChronicle } from './chronicle.ts';
import { writeFile } from './codec.ts';
import { writeHead } from './codec-head.ts';
import type { BlockEntry } from './head-schema.ts';
import { toHex } from './hex.ts';
import { plainLabel } from './plain-text.ts';
import type { RecordedEvent, RecordingLabel, Seal } from './recording.ts';
import { PLAIN_TOOLS, type RecordingTools } from './tools.ts';
import { upgradeEvent } from './upgrade.ts';

/** Writes a session's journal as a recording. */
export type Recorder = {
  /** The next line of the journal. Every few hundred of them are packed at once. */
  readonly add: (line: JournalLine) => void;
  /** The whole file. The seal is asked for once its digest is known. */
  readonly finish: (label: RecordingLabel, seal: (digest: Uint8Array) => Seal | null) => Uint8Array;
};

/** Shorter blocks than usual make seeking cheaper and the file larger. */
export type RecorderOptions = RecordingTools & { readonly eventsPerBlock?: number };

/** Writes a whole journal at once. Lines are taken as they are: what the journal keeps was checked when it was decided. */
export function writeRecording(
  session: string,
  lines: Iterable<JournalLine>,
  label: RecordingLabel,
  seal: (digest: Uint8Array) => Seal | null,
  options: RecorderOptions = PLAIN_TOOLS,
): Uint8Array {
  const recorder = createRecorder(session, options);
  for (const line of lines) recorder.add(line);
  return recorder.finish(label, seal);
}

export function createRecorder(session: string, options: RecorderOptions = PLAIN_TOOLS): Recorder {
  const { eventsPerBlock = BLOCK_AIM.events, ...tools } = options;
  const chain = createChain(tools.sha256);
  const chronicle = createChronicle(session);
  const blocks: PackedBlock[] = [];
  let end = chain.start(session);
  let open = emptyBlock(null);

  const close = (): void => {
    if (open.lines.length > 0) blocks.push(packBlock(open, tools));
    open = emptyBlock(chronicle.state());
  };

  return {
    add: (line) => {
      if (isFull(open, eventsPerBlock)) close();
      const recorded = recordedEvent(line);
      chronicle.file(recorded);
      end = chain.next(end, line);
      open.lines.push(line);
      open.characters += line.json.length;
      open.atMs ??= recorded.atMs;
    },
    finish: (label, seal) => {
      close();
      const { header, derived } = chronicle.told();
      const head = writeHead({
        header: { ...header, ...plainLabel(label) },
        blocks: blocks.map(({ entry }) => entry),
        derived,
      });
      return writeFile(
        head,
        blocks.map(({ bytes }) => bytes),
        toHex(end),
        seal,
        tools,
      );
    },
  };
}

/**
 * A block closes at whichever comes first. Half as many events would be sought in half the time, and a nudge would cost
 * half as much again; a lecture hall's events are long.
 */
const BLOCK_AIM = { events: 160, characters: 160 * 1024 } as const;

type PackedBlock = { readonly entry: BlockEntry; readonly bytes: Uint8Array };

/** A block that events are still added to. */
type OpenBlock = {
  readonly before: SessionState | null;
  readonly lines: JournalLine[];
  characters: number;
  atMs: number | null;
};

function emptyBlock(before: SessionState | null): OpenBlock {
  return { before, lines: [], characters: 0, atMs: null };
}

function isFull({ lines, characters }: OpenBlock, eventsPerBlock: number): boolean {
  return lines.length >= eventsPerBlock || characters >= BLOCK_AIM.characters;
}

function packBlock({ before, lines, atMs }: OpenBlock, { gzip, sha256 }: RecordingTools): PackedBlock {
  const text = writeBlock(before, lines);
  const bytes = gzip(text);
  const entry = {
    bytes: bytes.length,
    textBytes: text.length,
    first: lines[0]?.version ?? 0,
    events: lines.length,
    atMs: atMs ?? 0,
    digest: toHex(sha256(bytes)),
  };
  return { entry, bytes };
}

function recordedEvent({ version, epoch, json }: JournalLine): RecordedEvent {
  const { atMs, event } = upgradeEvent(JSON.parse(json));
  return { version, epoch, atMs, event };
}
