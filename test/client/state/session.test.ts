// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { emptyOutbox } from '../../../client/link/outbox.ts';
import type { LinkState } from '../../../client/link/link.ts';
import { createSession, type Session } from '../../../client/state/session.svelte.ts';
import type { Refusal } from '../../../shared/session/refusals.ts';
import type { StudentIntent } from '../../../shared/wire/student-intents.ts';

type State = LinkState<'student'>;
const START: State = {
  status: { kind: 'connecting' },
  picture: null,
  seat: null,
  waitingAs: null,
  openedMs: null,
  seatAt: null,
  clock: { kind: 'off' },
  outbox: emptyOutbox('page-one'),
};
const RENAME: StudentIntent = { kind: 'rename', name: null };

/** A session over a link that only writes down what it is asked. */
function openSession() {
  const sent: StudentIntent[] = [];
  let push: (state: State) => void = () => undefined;
  let refuse: (intent: StudentIntent, refusal: Refusal) => void = () => undefined;
  const session: Session<'student'> = createSession(({ onchange, onrefused }) => {
    push = onchange;
    refuse = onrefused;
    return {
      state: () => START,
      send: (intent) => void sent.push(intent),
      retry: () => undefined,
      close: () => undefined,
    };
  });
  return {
    session,
    sent,
    push: (state: State) => push(state),
    refuse: (refusal: Refusal) => refuse(RENAME, refusal),
  };
}

describe('a class as a phone holds it', () => {
  it('has nothing to show before the first snapshot', () => {
    const { session } = openSession();
    expect(session.status.kind).toBe('connecting');
    expect(session.view).toBeNull();
    expect(session.remainingMs).toBeNull();
  });

  it('counts down while the clock runs and stands still while it is paused', () => {
    const { session, push } = openSession();
    push({ ...START, clock: { kind: 'running', deadlineMs: performance.now() + 5_000, totalMs: 20_000 } });
    expect(session.remainingMs).toBeGreaterThan(4_500);
    expect(session.isRunning).toBe(true);
    push({ ...START, clock: { kind: 'paused', remainingMs: 4_000, totalMs: 20_000 } });
    expect(session.remainingMs).toBe(4_000);
    expect(session.isRunning).toBe(false);
  });

  it('tells why something was refused until the next is asked or the words are dismissed', () => {
    const { session, refuse, sent } = openSession();
    refuse({ code: 'late', ms: 600 });
    expect(session.refused).toEqual({ intent: RENAME, refusal: { code: 'late', ms: 600 } });
    session.dismiss();
    expect(session.refused).toBeNull();
    refuse({ code: 'paused' });
    session.send(RENAME);
    expect(session.refused).toBeNull();
    expect(sent).toEqual([RENAME]);
  });
});
