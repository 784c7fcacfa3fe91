import type { Command } from '../session/commands.ts';
import type { SessionEvent } from '../session/events.ts';
import type { SessionState } from '../session/state.ts';
import { byStudent, byTeacher, soonOrLate, type Asked } from './verify-askers.ts';

type Said = Extract<SessionEvent, { type: 'voted' | 'stopped' | 'bet-placed' }>;
type FactOfMachine =
  | Said
  | Extract<
      SessionEvent,
      { type: 'stops-revealed' | 'animal-answered' | 'example-explained' | 'gradient-checked' }
    >;

/** What may have been asked so that the answer begins with what somebody votes, stops at, bets, or has explained. */
export function askedOfMachine(state: SessionState, event: FactOfMachine): readonly Asked[] {
  switch (event.type) {
    case 'voted':
      return askedBy(state, event, { kind: 'vote', round: event.round, vote: event.vote });
    case 'stopped':
      return askedBy(state, event, { kind: 'stop', round: event.round });
    case 'bet-placed': {
      const { round, animal, answer } = event;
      return askedBy(state, event, { kind: 'bet', round, animal, answer });
    }
    case 'example-explained':
      return [byTeacher({ kind: 'explain-example', example: event.example })];
    case 'gradient-checked':
      return [byTeacher({ kind: 'check-gradient', parameter: event.check?.parameter ?? null })];
    // A phase brings these with it; they never begin an answer.
    case 'stops-revealed':
    case 'animal-answered':
      return [];
  }
}

/** What a bot hands in is part of the answer that asked for it, and never the first of one. */
function askedBy(state: SessionState, { seat, intent }: Said, command: Command): readonly Asked[] {
  return intent === null ? [] : soonOrLate(state, byStudent(seat, command, intent));
}
