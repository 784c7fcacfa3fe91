import type { Decision } from '../../shared/session/commands.ts';
import { decide } from '../../shared/session/decide.ts';
import type { SessionEvent } from '../../shared/session/events.ts';
import { withName } from '../../shared/session/roster.ts';
import type { Entry, Answer } from './entry.ts';
import { after, type Standing } from './standing.ts';

/** Commands decided one after the other, none of it true before it is on disk. */
export type Batch = {
  readonly before: Standing;
  readonly after: Standing;
  readonly events: readonly SessionEvent[];
  readonly settled: readonly { readonly entry: Entry; readonly answer: Answer }[];
};

/** Decides each command on the state that the one before it leaves. Throws only for a bug in the rules. */
export function decideBatch(
  before: Standing,
  entries: readonly Entry[],
  at: { readonly nowMs: number; readonly epoch: number },
): Batch {
  let standing = before;
  const events: SessionEvent[] = [];
  const settled = entries.map((entry) => {
    const context = { sinceClockMs: at.nowMs - standing.clockSetAtMs };
    const decision = decide(standing.state, entry.actor, entry.command, context);
    if (!decision.ok) return { entry, answer: decision };
    standing = withDecision(standing, decision, at.nowMs);
    events.push(...decision.events);
    const answer: Answer = { ok: true, epoch: at.epoch, version: standing.version, events: decision.events };
    return { entry, answer };
  });
  return { before, after: standing, events, settled };
}

function withDecision(
  standing: Standing,
  decision: Extract<Decision, { ok: true }>,
  nowMs: number,
): Standing {
  const moved = decision.events.reduce((so, event) => after(so, event, nowMs), standing);
  const roster = decision.names.reduce((names, { seat, name }) => withName(names, seat, name), moved.roster);
  return { ...moved, roster };
}
