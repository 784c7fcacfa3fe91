import { sameContent } from '../projection/same-content.ts';
import type { SessionState } from '../session/state.ts';
import { readBlock, type Block } from './blocks.ts';
import { createChain, type JournalLine } from './chain.ts';
import { createChronicle, type Told } from './chronicle.ts';
import { readFile, type RecordingFile } from './codec.ts';
import { filingCost } from './filing-cost.ts';
import { fitsSession } from './fits.ts';
import type { BlockEntry } from './head-schema.ts';
import { toHex } from './hex.ts';
import { keyframeOf } from './keyframe.ts';
import { RECORDING_LIMITS } from './limits.ts';
import type { RecordedEvent, RecordingHeader, Seal } from './recording.ts';
import { RecordingError } from './recording-error.ts';
import { sha256, type Sha256 } from './sha-256.ts';
import type { TimelinePoint } from './timeline.ts';

/** One event that has been checked, between the state before it and the state it leads to. */
export type CheckedEvent = {
  readonly recorded: RecordedEvent;
  /** Its own text, for whoever keeps it. */
  readonly line: JournalLine;
  /** Null before the first. */
  readonly before: SessionState | null;
  readonly after: SessionState;
};

export type CheckedRecording = {
  readonly header: RecordingHeader;
  readonly timeline: readonly TimelinePoint[];
  /** Over everything in the file: what the seal signs. */
  readonly digest: Uint8Array;
  readonly seal: Seal | null;
};

/**
 * Reads a recording from end to end and believes nothing: each line's shape, every digest, the chain, and that the
 * keyframes, the timeline and the header follow from the events. What is not checked is the arithmetic inside of them,
 * and whose seal it is. It goes one event at a time, so that whoever reads may rest in between.
 *
 * @throws RecordingError at the first thing that is wrong
 */
export function* checkRecording(
  bytes: Uint8Array,
  digest: Sha256 = sha256,
): Generator<CheckedEvent, CheckedRecording> {
  const file = readFile(bytes, digest);
  const { header, blocks } = file.head;
  const chain = createChain(digest);
  const chronicle = createChronicle(header.session);
  let end = chain.start(header.session);
  let copies = 0;
  for (const [index, entry] of blocks.entries()) {
    const block = readBlock(file.block(index), entry);
    checkStart(file, entry, block, chronicle.state());
    for (let version = block.first; version < block.first + block.events; version++) {
      const [line, recorded, before] = [block.line(version), block.event(version), chronicle.state()];
      copies += before === null ? 1 : filingCost(before, recorded.event);
      if (copies > RECORDING_LIMITS.copies)
        throw new RecordingError('too-large', 'its events take too long to file', version);
      if (before !== null && !fitsSession(before, recorded.event))
        throw new RecordingError('malformed', `event ${version} is not of this network`, version);
      end = chain.next(end, line);
      yield { recorded, line, before, after: chronicle.file(recorded) };
    }
  }
  if (toHex(end) !== file.chain)
    throw new RecordingError('damaged', 'the chain of its events ends elsewhere than it says');
  return { ...checkHead(file, chronicle.told()), digest: file.digest, seal: file.seal };
}

/** The same for a file from elsewhere: it has to be small enough too, as it says before it is unpacked. */
export function* checkImport(
  bytes: Uint8Array,
  digest: Sha256 = sha256,
): Generator<CheckedEvent, CheckedRecording> {
  if (bytes.length > RECORDING_LIMITS.fileBytes)
    throw new RecordingError(
      'too-large',
      `it has ${bytes.length} bytes; the most is ${RECORDING_LIMITS.fileBytes}`,
    );
  const { header, blocks } = readFile(bytes, digest).head;
  const textBytes = blocks.reduce((sum, block) => sum + block.textBytes, 0);
  if (textBytes > RECORDING_LIMITS.textBytes || header.events > RECORDING_LIMITS.events)
    throw new RecordingError('too-large', `it says it holds ${header.events} events in ${textBytes} bytes`);
  return yield* checkRecording(bytes, digest);
}

/** A block says when it begins, and in which state. */
function checkStart(
  { head }: RecordingFile,
  entry: BlockEntry,
  block: Block,
  state: SessionState | null,
): void {
  if (block.event(block.first).atMs !== entry.atMs)
    throw new RecordingError('inconsistent', 'a block begins at another time than it says', block.first);
  if (head.derived === null) return;
  const expected = state === null ? null : keyframeOf(state);
  if (!sameContent(block.keyframe(), expected))
    throw new RecordingError('inconsistent', 'a keyframe is not the state its events lead to', block.first);
}

function checkHead({ head }: RecordingFile, told: Told): Pick<CheckedRecording, 'header' | 'timeline'> {
  const { title, tags, bookmarks, names, ...facts } = head.header;
  if (!sameContent(facts, told.header) || (head.derived !== null && !sameContent(head.derived, told.derived)))
    throw new RecordingError('inconsistent', 'the header says something else than the events');
  if (bookmarks.some(({ version }) => version > facts.events))
    throw new RecordingError('inconsistent', 'a bookmark is beyond the end');
  const { summary, timeline } = told.derived;
  return { header: { ...facts, title, tags, bookmarks, names, summary }, timeline };
}
