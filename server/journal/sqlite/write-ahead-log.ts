import { existsSync, readFileSync } from 'node:fs';

const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
const MAGIC = 0x377f0682;

/**
 * Commits in SQLite's write-ahead log that SQLite will pass over because something before them does not add up.
 * A torn last write is no loss: nobody was told it was done. But a log is synced after every commit, so two
 * commits behind a frame that does not add up were acknowledged; SQLite drops them without a word.
 * Layout and checksum: sqlite.org/fileformat2.html, section 4.
 */
export function lostCommits(path: string): number {
  if (!existsSync(path)) return 0;
  const log = readSettled(path);
  if (log.length < HEADER_BYTES + FRAME_HEADER_BYTES) return 0;
  return headerHolds(log) ? commitsBehindABreak(log) : commitsUnderABrokenHeader(log);
}

/** Reads the file so that the header belongs to what follows: another process may be starting the log again. */
function readSettled(path: string): Buffer {
  let log = readFileSync(path);
  for (let again = readFileSync(path); !sameHeader(log, again); again = readFileSync(path)) log = again;
  return log;
}

function sameHeader(one: Buffer, other: Buffer): boolean {
  return one.subarray(0, HEADER_BYTES).equals(other.subarray(0, HEADER_BYTES));
}

type Checksum = readonly [number, number];

/** Eight bytes at a time, in the byte order that the header's last magic bit names. */
function checksum(bytes: Buffer, from: number, to: number, start: Checksum, bigEndian: boolean): Checksum {
  let [first, second] = start;
  for (let at = from; at < to; at += 8) {
    const [left, right] = bigEndian
      ? [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)]
      : [bytes.readUInt32LE(at), bytes.readUInt32LE(at + 4)];
    first = (first + left + second) >>> 0;
    second = (second + right + first) >>> 0;
  }
  return [first, second];
}

function isBigEndian(log: Buffer): boolean {
  return (log.readUInt32BE(0) & 1) === 1;
}

function headerHolds(log: Buffer): boolean {
  if ((log.readUInt32BE(0) & ~1) !== MAGIC) return false;
  const [first, second] = checksum(log, 0, 24, [0, 0], isBigEndian(log));
  return first === log.readUInt32BE(24) && second === log.readUInt32BE(28);
}

/** Where each whole frame begins. */
function frames(log: Buffer): readonly number[] {
  const size = FRAME_HEADER_BYTES + log.readUInt32BE(8);
  const count = Math.floor((log.length - HEADER_BYTES) / size);
  return Array.from({ length: count }, (_, index) => HEADER_BYTES + index * size);
}

function commitsBehindABreak(log: Buffer): number {
  const bigEndian = isBigEndian(log);
  const pageBytes = log.readUInt32BE(8);
  const salts = log.subarray(16, 24);
  let sum: Checksum = [log.readUInt32BE(24), log.readUInt32BE(28)];
  let broken = false;
  let commits = 0;
  for (const at of frames(log)) {
    const ofThisLog = log.subarray(at + 8, at + 16).equals(salts);
    if (!broken) {
      sum = checksum(log, at, at + 8, sum, bigEndian);
      sum = checksum(log, at + FRAME_HEADER_BYTES, at + FRAME_HEADER_BYTES + pageBytes, sum, bigEndian);
      broken = !ofThisLog || sum[0] !== log.readUInt32BE(at + 16) || sum[1] !== log.readUInt32BE(at + 20);
    }
    if (broken && ofThisLog && isCommit(log, at)) commits += 1;
  }
  // One commit behind the break may be the torn write itself.
  return commits >= 2 ? commits : 0;
}

/** The header is synced before the first frame, so no torn write explains frames under a header that does not hold. */
function commitsUnderABrokenHeader(log: Buffer): number {
  const pageBytes = log.readUInt32BE(8);
  const plausible = pageBytes >= 512 && pageBytes <= 65_536 && (pageBytes & (pageBytes - 1)) === 0;
  return plausible ? Math.max(1, frames(log).filter((at) => isCommit(log, at)).length) : 1;
}

/** A frame that ends a commit says how large the file is after it; the others say 0. */
function isCommit(log: Buffer, at: number): boolean {
  return log.readUInt32BE(at + 4) !== 0;
}
