import type { Decision } from './commands.ts';
import type { SessionEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { refusal, type RefusalCode } from './refusals.ts';
import type { SessionState } from './state.ts';

/** A decision under way: the facts so far, and the state as they leave it. */
export type Progress = { readonly state: SessionState; readonly events: readonly SessionEvent[] };

/** Nothing decided yet. */
export function begin(state: SessionState): Progress {
  return { state, events: [] };
}

/** One or more facts later. (Not `then`: a module that exports that name is taken for a promise.) */
export function withFacts(progress: Progress, ...events: readonly SessionEvent[]): Progress {
  return { state: events.reduce(evolve, progress.state), events: [...progress.events, ...events] };
}

/** The decision a progress comes to. */
export function done(progress: Progress): Decision {
  return accept(...progress.events);
}

/** These facts, and no names. None at all means: it is so already. */
export function accept(...events: readonly SessionEvent[]): Decision {
  return { ok: true, events, names: [] };
}

/** No, with its reason. */
export function refuse(code: RefusalCode, ms?: number): Decision {
  return { ok: false, refusal: refusal(code, ms) };
}
