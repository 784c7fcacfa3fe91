import { gzipSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { RecordingError } from './recording-error.ts';

/** Packs bytes as one gzip member (RFC 1952) without optional fields. A server has a faster one than this. */
export type Gzip = (bytes: Uint8Array) => Uint8Array;

export const gzip: Gzip = (bytes) => gzipSync(bytes, { level: 9, mtime: 0 });

/** The same without compression: what it holds has a fixed place in the file. At most 65,535 bytes. */
export const gzipStored: Gzip = (bytes) => gzipSync(bytes, { level: 0, mtime: 0 });

/** What a stored member adds to its bytes: gzip's header and trailer, and the header of the one stored block. */
export const STORED_MEMBER_BYTES = 10 + 5 + 8;

/**
 * The bytes that one gzip member holds. What it says of its own length is checked before anything is unpacked, and
 * counted while it is: a bomb of a few kilobytes stops after a few megabytes, whatever it says.
 *
 * @throws RecordingError `too-large` or `damaged`
 */
export function gunzip(member: Uint8Array, bytesMost: number): Uint8Array {
  if (member.length < HEADER_BYTES + TRAILER_BYTES || !hasPlainHeader(member))
    throw new RecordingError('damaged', 'a part of the file is not packed as it should be');
  const bytes = declaredBytes(member);
  if (bytes > bytesMost)
    throw new RecordingError('too-large', `a part says it holds ${bytes} bytes; the most is ${bytesMost}`);
  return inflate(member.subarray(HEADER_BYTES, -TRAILER_BYTES), bytes);
}

export const toBytes = (text: string): Uint8Array => strToU8(text);
export const toText = (bytes: Uint8Array): string => strFromU8(bytes);

const HEADER_BYTES = 10;
const TRAILER_BYTES = 8;
/** ID1, ID2, CM (deflate) and FLG (no optional field). What follows are a date and hints that nobody needs. */
const PLAIN_HEADER = [0x1f, 0x8b, 0x08, 0x00];
/** Deflate unpacks to at most 1,032 times its length, so that one push yields at most 17 MB. */
const PUSHED_BYTES = 16 * 1024;

function hasPlainHeader(member: Uint8Array): boolean {
  return PLAIN_HEADER.every((byte, index) => member[index] === byte);
}

/** ISIZE, the last field of a member. */
function declaredBytes(member: Uint8Array): number {
  return new DataView(member.buffer, member.byteOffset + member.length - 4, 4).getUint32(0, true);
}

function inflate(packed: Uint8Array, bytes: number): Uint8Array {
  const whole = new Uint8Array(bytes);
  let filled = 0;
  const stream = new Inflate((chunk) => {
    if (filled + chunk.length > bytes) throw new RecordingError('damaged', 'a part holds more than it says');
    whole.set(chunk, filled);
    filled += chunk.length;
  });
  try {
    for (let from = 0; from < packed.length; from += PUSHED_BYTES)
      stream.push(packed.subarray(from, from + PUSHED_BYTES), from + PUSHED_BYTES >= packed.length);
  } catch (error) {
    if (error instanceof RecordingError) throw error;
    throw new RecordingError('damaged', 'a part of the file cannot be unpacked'); // whatever fflate found
  }
  if (filled !== bytes) throw new RecordingError('damaged', 'a part holds less than it says');
  return whole;
}
