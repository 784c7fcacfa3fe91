import { engineFor, figuresOf } from '../session/engine.ts';
import type { SessionEvent } from '../session/events.ts';
import { evolve, openedState } from '../session/evolve.ts';
import { openSession } from '../session/open-session.ts';
import { materialOf, type SessionSetup } from '../session/setup.ts';
import type { SessionState } from '../session/state.ts';
import type { RecordedEvent } from './recording.ts';
import { proveAnswer } from './verify-answer.ts';
import { workedOut } from './verify-worked-out.ts';
import { describeDifference, firstDifference } from './verify-difference.ts';
import { createLookahead } from './verify-lookahead.ts';

/** Where a recording first says what cannot be, and what should have been there. */
export type Lie = { readonly version: number; readonly what: string };

/** An event that holds, and the state it leaves. */
export type Proven = { readonly recorded: RecordedEvent; readonly after: SessionState };

/**
 * Proves the facts of a session one decision after the other: what may have been asked is asked again, and the class as
 * it stood has to give the very answer that was recorded, every number of it to 1e-9 and no fact more or less. So
 * whatever the rules compute or forbid is proven without a rule being written a second time.
 *
 * It yields each event that holds and returns the first lie, or null.
 */
export function* proveFacts(events: Iterable<RecordedEvent>): Generator<Proven, Lie | null, undefined> {
  const ahead = createLookahead(events);
  const [first] = ahead.take(1);
  if (first?.event.type !== 'session-opened') return lieAt(1, notOpened(first?.event));
  const wrong = wrongOrder(null, first) ?? wrongOpening(first.event);
  if (wrong !== null) return lieAt(1, wrong);

  let last = first;
  let after = openedState(first.event);
  yield { recorded: first, after };
  while (ahead.at(0) !== undefined) {
    const answer = proveAnswer(after, last, ahead);
    if (!answer.ok) return lieAt(last.version + 1 + answer.agreed, answer.what);
    for (const recorded of ahead.take(answer.facts)) {
      const disorder = wrongOrder(last, recorded);
      if (disorder !== null) return lieAt(last.version + 1, disorder);
      after = evolve(after, recorded.event);
      last = recorded;
      yield { recorded, after };
    }
  }
  return null;
}

function lieAt(version: number, what: string): Lie {
  return { version, what };
}

function notOpened(event: SessionEvent | undefined): string {
  return `a session begins with session-opened, this one with ${event?.type ?? 'nothing'}`;
}

function wrongOpening(event: Extract<SessionEvent, { type: 'session-opened' }>): string | null {
  const due = workedOut(() => openSession(withFiguresAnew(event.setup), event.code)[0]);
  if (!due.ok) return `session-opened: ${due.what}`;
  const difference = firstDifference(event, due.value);
  return difference === null ? null : `session-opened: ${describeDifference(difference)}`;
}

/** A session that goes on from a recording says itself what the network it begins with reached. */
function withFiguresAnew(setup: SessionSetup): SessionSetup {
  if (setup.origin === null) return setup;
  const { facts } = setup.origin;
  const figures = figuresOf(engineFor(materialOf(setup, facts.stage), facts.network), facts.parameters);
  return { ...setup, origin: { ...setup.origin, facts: { ...facts, figures } } };
}

/** Versions have no gaps, and nobody writes in the name of an opening before the last. */
function wrongOrder(before: RecordedEvent | null, { version, epoch }: RecordedEvent): string | null {
  const due = (before?.version ?? 0) + 1;
  if (version !== due) return `the version should be ${due}, it is ${version}`;
  return epoch < (before?.epoch ?? 1) ? `the epoch fell from ${before?.epoch ?? 1} to ${epoch}` : null;
}
