import { engineFor, figuresOf } from './engine.ts';
import type { SessionEvent } from './events.ts';
import type { SessionSetup } from './setup.ts';

/** The first fact of a session. */
export function openSession(
  setup: SessionSetup,
  code: string,
): readonly [Extract<SessionEvent, { type: 'session-opened' }>] {
  const figures = figuresOf(engineFor(setup, setup.network), setup.startParameters);
  return [{ type: 'session-opened', setup, code, figures }];
}
