import type { SessionEvent } from '../session/events.ts';
import { evolve, openedState } from '../session/evolve.ts';
import type { SessionSetup } from '../session/setup.ts';
import type { SessionState } from '../session/state.ts';
import { readBlock, type Block } from './blocks.ts';
import type { RecordingFile } from './codec.ts';
import type { BlockEntry } from './head-schema.ts';
import { stateOf } from './keyframe.ts';
import type { RecordedEvent } from './recording.ts';
import { RecordingError } from './recording-error.ts';
import { historyOf, type TimelinePoint } from './timeline.ts';

/** Goes to any moment of a recording: from the keyframe before it, and a few hundred events at most. */
export type Cursor = {
  readonly setup: SessionSetup;
  /** The events from one version to another, both included; those that are not there are left out. */
  readonly events: (from: number, to: number) => readonly RecordedEvent[];
  /** The state after the event of this version. */
  readonly stateAt: (version: number) => SessionState;
};

/** A player goes forth and back between neighbours. What is kept is also what a collector of garbage has to carry along. */
const BLOCKS_KEPT = 2;

/**
 * A state found by a keyframe is the one that folding finds, but for what no view shows: earlier points of the curve
 * have no numbers of the network (`parameters`, `stepSizes` and `lastMoves` are empty), and a seat's `applied` intents
 * are not listed.
 */
export function createCursor(file: RecordingFile, timeline: readonly TimelinePoint[]): Cursor {
  const { blocks, header } = file.head;
  const blockAt = keepLatest(BLOCKS_KEPT, (index) => openBlock(file, index));
  const eventAt = (version: number): RecordedEvent => blockAt(blockOf(blocks, version)).event(version);
  const { event: opened } = eventAt(1);
  if (opened.type !== 'session-opened')
    throw new RecordingError('malformed', 'the first event does not open a session', 1);
  const { setup } = opened;
  const history = historyOf(timeline);
  let last: Moment = { version: 1, state: openedState(opened) };

  /** The nearest moment up to a version that is known without folding. */
  const nearest = (version: number): Moment => {
    const block = blockAt(blockOf(blocks, version));
    if (last.version <= version && last.version >= block.first - 1) return last;
    const keyframe = block.keyframe();
    return keyframe === null
      ? { version: 1, state: openedState(opened) }
      : { version: block.first - 1, state: stateOf(keyframe, setup, history) };
  };

  return {
    setup,
    events: (from, to) => {
      const [first, end] = [Math.max(1, from), Math.min(to, header.events)];
      return Array.from({ length: Math.max(0, end - first + 1) }, (_, index) => eventAt(first + index));
    },
    stateAt: (version) => {
      if (!Number.isInteger(version) || version < 1 || version > header.events)
        throw new RangeError(`versions go from 1 to ${header.events}, there is no ${version}`);
      let { version: at, state } = nearest(version);
      while (at < version) state = evolve(state, asSeen(eventAt(++at).event));
      last = { version, state };
      return state;
    },
  };
}

/** Only a live class asks which intents were applied; to file that costs more than the rest of a nudge. */
function asSeen(event: SessionEvent): SessionEvent {
  switch (event.type) {
    case 'nudged':
    case 'voted':
    case 'stopped':
    case 'bet-placed':
    case 'point-drawn':
      return { ...event, intent: null };
    default:
      return event;
  }
}

type Moment = { readonly version: number; readonly state: SessionState };

function openBlock(file: RecordingFile, index: number): Block {
  const entry = file.head.blocks[index];
  if (entry === undefined) throw new RangeError(`there is no block ${index}`);
  return readBlock(file.block(index), entry);
}

/** The block that holds a version: the last that does not begin after it. */
function blockOf(blocks: readonly BlockEntry[], version: number): number {
  let [low, high] = [0, blocks.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((blocks[middle]?.first ?? 0) <= version) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Makes what is asked for by its place, and keeps those asked for last. */
function keepLatest<Value>(most: number, make: (place: number) => Value): (place: number) => Value {
  const kept = new Map<number, Value>();
  return (place) => {
    const value = kept.get(place) ?? make(place);
    kept.delete(place); // and in again as the latest: a map keeps the order
    kept.set(place, value);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return value;
  };
}
