import { describe, expect, it } from 'vitest';
import { choiceFor, guessFor } from '../../../client/screens/student/choice.ts';
import { replaces } from '../../../client/state/student-session.ts';
import type { SeatParameter } from '../../../shared/projection/views.ts';
import type { StudentIntent } from '../../../shared/wire/student-intents.ts';

const OWN: SeatParameter = {
  parameter: 4,
  coOwners: [],
  moreCoOwners: 0,
  nudge: null,
  probe: null,
  guess: null,
  cancelled: false,
  inside: null,
  check: null,
  proposals: [],
  moreProposals: { raise: 0, leave: 0, lower: 0 },
  alike: true,
};
type Nudge = Extract<StudentIntent, { kind: 'nudge' }>;
const nudge = (changes: Partial<Nudge> = {}): Nudge => ({
  kind: 'nudge',
  round: 3,
  parameter: 4,
  direction: 1,
  size: 'normal',
  ...changes,
});
const numbered = (intents: readonly StudentIntent[]) =>
  intents.map((intent, index) => ({ seq: index + 1, intent }));
const waiting = (...intents: readonly StudentIntent[]) => ({ pending: numbered(intents), unseen: [] });
const acknowledged = (...intents: readonly StudentIntent[]) => ({ pending: [], unseen: numbered(intents) });

describe('what stands on the three buttons', () => {
  it('is nothing at first, with the size this person likes', () => {
    expect(choiceFor(3, OWN, waiting(), 'small')).toEqual({
      direction: null,
      size: 'small',
      delivery: 'none',
    });
  });

  it('is being sent until the server has it, and only then ticked', () => {
    expect(choiceFor(3, OWN, waiting(nudge()), 'normal').delivery).toBe('sending');
    const accepted = { ...OWN, nudge: { direction: 1, size: 'normal' } as const };
    expect(choiceFor(3, accepted, waiting(), 'small')).toEqual({
      direction: 1,
      size: 'normal',
      delivery: 'accepted',
    });
  });

  it('loses its tick while a change of mind is on its way', () => {
    const accepted = { ...OWN, nudge: { direction: 1, size: 'normal' } as const };
    expect(choiceFor(3, accepted, waiting(nudge({ direction: -1 })), 'normal')).toEqual({
      direction: -1,
      size: 'normal',
      delivery: 'sending',
    });
  });

  it('is the new choice with its tick from its acknowledgement on, though the seat still shows the old one', () => {
    const before = { ...OWN, nudge: { direction: 1, size: 'normal' } as const };
    expect(choiceFor(3, before, acknowledged(nudge({ direction: -1 })), 'normal')).toEqual({
      direction: -1,
      size: 'normal',
      delivery: 'accepted',
    });
    const changed = {
      pending: numbered([nudge({ direction: 0 })]),
      unseen: numbered([nudge({ direction: -1 })]),
    };
    expect(choiceFor(3, before, changed, 'normal')).toMatchObject({ direction: 0, delivery: 'sending' });
  });

  it('has nothing to do with another weight or another round', () => {
    const others = waiting(nudge({ parameter: 5 }), nudge({ round: 2 }));
    expect(choiceFor(3, OWN, others, 'normal').direction).toBeNull();
  });

  it('guesses an arrow the same way', () => {
    const guess: StudentIntent = { kind: 'guess-arrow', round: 3, parameter: 4, direction: 0 };
    expect(guessFor(3, OWN, waiting(guess))).toEqual({ direction: 0, delivery: 'sending' });
    expect(guessFor(3, { ...OWN, guess: -1 }, waiting())).toEqual({ direction: -1, delivery: 'accepted' });
    expect(guessFor(3, OWN, waiting())).toEqual({ direction: null, delivery: 'none' });
  });
});

describe('what is asked twice before it could be sent', () => {
  it('is sent once, as it was asked last', () => {
    expect(replaces(nudge(), nudge({ direction: -1 }))).toBe(true);
    expect(replaces({ kind: 'rename', name: null }, { kind: 'rename', name: 'Ada' })).toBe(true);
  });

  it('is not confused with another weight, another round or another wish', () => {
    expect(replaces(nudge(), nudge({ parameter: 5 }))).toBe(false);
    expect(replaces(nudge(), nudge({ round: 4 }))).toBe(false);
    expect(replaces(nudge(), { kind: 'leave' })).toBe(false);
    expect(replaces(nudge(), { kind: 'guess-arrow', round: 3, parameter: 4, direction: 1 })).toBe(false);
  });
});
