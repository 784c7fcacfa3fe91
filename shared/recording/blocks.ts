import * as v from 'valibot';
import type { SessionState } from '../session/state.ts';
import type { JournalLine } from './chain.ts';
import { toBytes } from './codec-gzip.ts';
import { parseLine, splitLines } from './codec-lines.ts';
import { isEvent } from './event-schema.ts';
import type { BlockEntry } from './head-schema.ts';
import { keyframeOf } from './keyframe.ts';
import { keyframeSchema, type Keyframe } from './keyframe-schema.ts';
import type { RecordedEvent } from './recording.ts';
import { RecordingError } from './recording-error.ts';
import { upgradeEvent } from './upgrade.ts';

/** Some events one after another, and the state they begin in: as far as a reader has to go back to seek. */
export type Block = {
  /** Version of its first event. */
  readonly first: number;
  readonly events: number;
  /** Null before a session's first event. */
  readonly keyframe: () => Keyframe | null;
  /** The event's own text, as the journal had it. */
  readonly line: (version: number) => JournalLine;
  /** The event as today's, checked to the last field. */
  readonly event: (version: number) => RecordedEvent;
};

/** The text of a block: the keyframe's line, then one line an event, `[version,epoch,text]`. */
export function writeBlock(before: SessionState | null, lines: readonly JournalLine[]): Uint8Array {
  const keyframe = before === null ? null : keyframeOf(before);
  const events = lines.map(({ version, epoch, json }) => `[${version},${epoch},${json}]`);
  return toBytes(`${[JSON.stringify({ keyframe }), ...events].join('\n')}\n`);
}

/** Opens a block's text. Its lines are read when they are asked for, and an event is read once. */
export function readBlock(text: Uint8Array, { first, events }: BlockEntry): Block {
  const [keyframeLine = '', ...eventLines] = splitLines(text, events + 1);
  if (eventLines.length !== events)
    throw new RecordingError(
      'inconsistent',
      `a block has ${eventLines.length} events and not ${events}`,
      first,
    );
  const read = new Map<number, RecordedEvent>();
  const line = (version: number): JournalLine => readLine(eventLines[version - first] ?? '', version);
  return {
    first,
    events,
    keyframe: () => readKeyframe(keyframeLine, first),
    line,
    event: (version) => {
      const event = read.get(version) ?? readEvent(line(version));
      read.set(version, event);
      return event;
    },
  };
}

const keyframeLineSchema = v.strictObject({ keyframe: v.nullable(keyframeSchema) });

function readKeyframe(line: string, first: number): Keyframe | null {
  const parsed = v.safeParse(keyframeLineSchema, parseLine(line), { abortEarly: true });
  if (!parsed.success || (parsed.output.keyframe === null) !== (first === 1))
    throw new RecordingError('malformed', 'a keyframe does not say what a session’s state is', first);
  return parsed.output.keyframe;
}

/** Strict to the byte, since the chain of digests is over the text between the brackets. */
function readLine(line: string, version: number): JournalLine {
  const [, written, epoch, json] = EVENT_LINE.exec(line) ?? [];
  if (written !== String(version) || epoch === undefined || json === undefined)
    throw new RecordingError('malformed', `event ${version} is not where it should be`, version);
  return { version, epoch: Number(epoch), json };
}

const EVENT_LINE = /^\[([1-9]\d{0,8}),([1-9]\d{0,8}),(\{.*\})\]$/su;

function readEvent({ version, epoch, json }: JournalLine): RecordedEvent {
  const { atMs, event } = upgradeEvent(parseLine(json));
  if (!Number.isFinite(atMs) || !isEvent(event))
    throw new RecordingError('malformed', `event ${version} is of a shape that does not exist`, version);
  return { version, epoch, atMs, event };
}
