import * as v from 'valibot';
import { gunzip, gzipStored, STORED_MEMBER_BYTES, toBytes, toText } from './codec-gzip.ts';
import { HEAD_LINES_MOST, readHead, type Head } from './codec-head.ts';
import { parseLine, splitLines } from './codec-lines.ts';
import { endLineSchema, formatLineSchema } from './head-schema.ts';
import { toHex } from './hex.ts';
import { RECORDING_LIMITS } from './limits.ts';
import type { Seal } from './recording.ts';
import { RecordingError } from './recording-error.ts';
import type { Sha256 } from './sha-256.ts';
import type { RecordingTools } from './tools.ts';

/** Version of the file's layout: its members and their lines (docs/recording.md). */
export const FORMAT_VERSION = 1;

/** A recording whose head and end have been read: nothing else of it has been unpacked. */
export type RecordingFile = {
  readonly head: Head;
  /** The text of a block, as it was written: its digest is held against the head's. */
  readonly block: (index: number) => Uint8Array;
  /** Of the last event, where the session's chain ends: lowercase hex. */
  readonly chain: string;
  /** Over everything in the file: what a seal signs. */
  readonly digest: Uint8Array;
  readonly seal: Seal | null;
};

/** Puts a file together. Its blocks are packed already, since the head says how long each is. */
export function writeFile(
  head: string,
  blocks: readonly Uint8Array[],
  chain: string,
  seal: (digest: Uint8Array) => Seal | null,
  { gzip, sha256 }: RecordingTools,
): Uint8Array {
  const headText = toBytes(head);
  const headMember = gzip(headText);
  const formatText = toBytes(formatLine(headMember.length));
  const digest = digestOf(sha256, formatText, headText, chain);
  const end = { chain, digest: toHex(digest), seal: seal(digest) };
  return joined([gzipStored(formatText), headMember, ...blocks, gzipStored(toBytes(endLine(end)))]);
}

/** Reads both ends of a file and what they promise about the rest. @throws RecordingError */
export function readFile(bytes: Uint8Array, sha256: Sha256): RecordingFile {
  const { formatText, headBytes } = readFormat(bytes);
  const headStart = FORMAT_MEMBER_BYTES;
  const headText = gunzip(part(bytes, headStart, headBytes), RECORDING_LIMITS.headTextBytes);
  const head = readHead(splitLines(headText, HEAD_LINES_MOST));
  const starts = startsOf(head, headStart + headBytes);
  const endStart = starts[starts.length - 1] ?? 0;
  const { chain, digest, seal } = readEnd(part(bytes, endStart, END_MEMBER_BYTES));
  if (bytes.length > endStart + END_MEMBER_BYTES)
    throw new RecordingError('damaged', 'the file goes on after its end');
  const computed = digestOf(sha256, formatText, headText, chain);
  if (toHex(computed) !== digest)
    throw new RecordingError('damaged', 'the head of the file is not the one that was written');
  return {
    head,
    block: (index) => {
      const entry = head.blocks[index];
      if (entry === undefined) throw new RangeError(`there is no block ${index}`);
      const packed = part(bytes, starts[index] ?? 0, entry.bytes);
      if (toHex(sha256(packed)) !== entry.digest)
        throw new RecordingError('damaged', 'a block is not as it was written', entry.first);
      return gunzip(packed, entry.textBytes);
    },
    chain,
    digest: computed,
    seal,
  };
}

/** Both ends of a file have a fixed length, so that it is known where they are, and where a file is cut short. */
const FORMAT_TEXT_BYTES = formatLine(0).length;
const FORMAT_MEMBER_BYTES = FORMAT_TEXT_BYTES + STORED_MEMBER_BYTES;
const END_TEXT_BYTES = 512;
const END_MEMBER_BYTES = END_TEXT_BYTES + STORED_MEMBER_BYTES;
const GZIP_MAGIC = [0x1f, 0x8b];

function formatLine(headBytes: number): string {
  return `{"descenso":"recording","format":${String(FORMAT_VERSION).padStart(3)},"head":${String(headBytes).padStart(10)}}\n`;
}

function readFormat(bytes: Uint8Array): { readonly formatText: Uint8Array; readonly headBytes: number } {
  if (GZIP_MAGIC.some((byte, index) => bytes[index] !== byte)) throw notOurs();
  const formatText = firstText(part(bytes, 0, FORMAT_MEMBER_BYTES));
  const line = v.safeParse(formatLineSchema, parseLine(splitLines(formatText, 1)[0] ?? ''));
  if (!line.success) throw notOurs();
  const { format, head } = line.output;
  if (format !== FORMAT_VERSION)
    throw new RecordingError(
      'newer-version',
      `recordings of format ${FORMAT_VERSION} can be read, this one is of ${format}`,
    );
  return { formatText, headBytes: head };
}

/** Any other gzip file ends here too. */
function firstText(member: Uint8Array): Uint8Array {
  try {
    return gunzip(member, FORMAT_TEXT_BYTES);
  } catch {
    throw notOurs();
  }
}

function notOurs(): RecordingError {
  return new RecordingError('not-a-recording', 'the file is not a recording of Descenso');
}

type End = v.InferOutput<typeof endLineSchema>['end'];

function endLine(end: End): string {
  return `${JSON.stringify({ end }).padEnd(END_TEXT_BYTES - 1)}\n`;
}

/** No digest is over the end itself, so it is read to the letter: even another blank in it would be an edit. */
function readEnd(member: Uint8Array): End {
  const text = gunzip(member, END_TEXT_BYTES);
  const parsed = v.safeParse(endLineSchema, parseLine(splitLines(text, 1)[0] ?? ''));
  if (!parsed.success || toText(text) !== endLine(parsed.output.end))
    throw new RecordingError('malformed', 'the last line says something else than an end does');
  return parsed.output.end;
}

/** Where each block starts, and after the last the end of the file. */
function startsOf(head: Head, first: number): readonly number[] {
  const starts = [first];
  for (const { bytes } of head.blocks) starts.push((starts[starts.length - 1] ?? 0) + bytes);
  return starts;
}

function part(bytes: Uint8Array, from: number, length: number): Uint8Array {
  if (from + length > bytes.length) throw new RecordingError('truncated', 'the file ends before its end');
  return bytes.subarray(from, from + length);
}

/** The blocks' own digests are lines of the head, so that this is over everything in the file. */
function digestOf(sha256: Sha256, formatText: Uint8Array, headText: Uint8Array, chain: string): Uint8Array {
  return sha256(`descenso recording ${FORMAT_VERSION}\n`, formatText, headText, chain);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let filled = 0;
  for (const bytes of parts) {
    whole.set(bytes, filled);
    filled += bytes.length;
  }
  return whole;
}
