import { decide } from '../session/decide.ts';
import type { SessionEvent } from '../session/events.ts';
import type { SessionState } from '../session/state.ts';
import type { RecordedEvent } from './recording.ts';
import { mayHaveBeenAsked } from './verify-asked.ts';
import type { Ahead, Asked } from './verify-askers.ts';
import { describeDifference, firstDifference } from './verify-difference.ts';
import type { Lookahead } from './verify-lookahead.ts';
import { workedOut } from './verify-worked-out.ts';

/** Whether the facts ahead begin with one whole answer of the class, and how many facts it is. */
export type AnswerProof = { readonly ok: true; readonly facts: number } | Disproof;

/** The answer that comes closest agrees with this many facts, and then with no more. */
type Disproof = { readonly ok: false; readonly agreed: number; readonly what: string };

/** Asks the class as it stands whatever may have been asked, until one answer is the one recorded. */
export function proveAnswer(state: SessionState, last: RecordedEvent, facts: Lookahead): AnswerProof {
  const next = facts.at(0);
  if (next === undefined) return { ok: true, facts: 0 };
  const ahead: Ahead = (offset) => facts.at(offset)?.event;
  let closest: Disproof | null = null;
  for (const asked of mayHaveBeenAsked(state, next.event, ahead, next.epoch > last.epoch)) {
    const proof = proveAsked(state, asked, next.event.type, ahead);
    if (proof.ok) return proof;
    if (closest === null || proof.agreed > closest.agreed) closest = proof;
  }
  return (
    closest ?? disproof(0, `nothing one may ask of the class as it stands begins with ${next.event.type}`)
  );
}

function proveAsked(
  state: SessionState,
  { actor, command, sinceClockMs }: Asked,
  type: SessionEvent['type'],
  ahead: Ahead,
): AnswerProof {
  const answer = workedOut(() => decide(state, actor, command, { sinceClockMs }));
  if (!answer.ok) return disproof(0, `${type}: ${answer.what}`);
  const decision = answer.value;
  if (!decision.ok) return disproof(0, `${type}: the class refuses it here (${decision.refusal.code})`);
  return decision.events.length === 0
    ? disproof(0, `${type}: it is so already, there is nothing to record`)
    : compare(decision.events, ahead);
}

function compare(due: readonly SessionEvent[], ahead: Ahead): AnswerProof {
  for (const [offset, event] of due.entries()) {
    const said = ahead(offset);
    if (said?.type !== event.type)
      return disproof(offset, `there should be ${event.type}, there is ${said?.type ?? 'nothing'}`);
    const difference = firstDifference(said, event);
    if (difference !== null) return disproof(offset, `${said.type}: ${describeDifference(difference)}`);
  }
  return { ok: true, facts: due.length };
}

function disproof(agreed: number, what: string): Disproof {
  return { ok: false, agreed, what };
}
