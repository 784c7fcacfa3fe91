import type { SessionState } from '../session/state.ts';
import type { Recording } from './recording.ts';

/** Enough for an engine to compile what seeking needs; a fraction of the second that opening may take. */
const MOMENTS = 12;
/** Shorter ones are opened and sought in before anybody could wait. */
const LONG_EVENTS = 10_000;

/**
 * Looks at moments spread over a long recording before anybody asks for one: a page's first seeks are its slowest,
 * while its engine still learns the way and clears up after the opening.
 *
 * @param look what is made of each moment
 * @throws RecordingError where the recording is damaged
 */
export function rehearse({ header, stateAt }: Recording, look: (state: SessionState) => unknown): void {
  if (header.events < LONG_EVENTS) return;
  for (let moment = 1; moment <= MOMENTS; moment++)
    look(stateAt(Math.ceil((moment * header.events) / MOMENTS)));
}
