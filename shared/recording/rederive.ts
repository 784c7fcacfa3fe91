import { readBlock } from './blocks.ts';
import type { RecordingFile } from './codec.ts';
import { createRecorder } from './recorder.ts';

/** A recording of other rules written again by today's: its events are the same, the rest follows from them. */
export function rederived({ head, block }: RecordingFile): Uint8Array {
  const recorder = createRecorder(head.header.session);
  for (const [index, entry] of head.blocks.entries()) {
    const { first, events, event, line } = readBlock(block(index), entry);
    for (let version = first; version < first + events; version++) {
      event(version); // throws for one that is none
      recorder.add(line(version));
    }
  }
  return recorder.finish(head.header, () => null);
}
