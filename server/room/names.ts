import type { RosterName } from '../../shared/session/roster.ts';
import type { SessionState } from '../../shared/session/state.ts';
import type { Roster } from '../../shared/session/roster.ts';

export type Language = 'es' | 'en';

/** Where names come from. */
export type NameDealer = {
  /** One of our own names that is not among those taken. */
  readonly deal: (language: Language, taken: ReadonlySet<string>) => string;
  /** A typed name, cleaned; null for one that is not fit for a classroom. */
  readonly clean: (typed: string) => string | null;
};

/** The names that somebody in the class has by now. */
export function takenNames(roster: Roster): ReadonlySet<string> {
  return new Set([...roster.names.values()].map(({ name }) => name));
}

/** A generated name that nobody in the class has. */
export function dealName(
  dealer: NameDealer,
  state: SessionState,
  roster: Roster,
  alsoTaken: ReadonlySet<string> = new Set(),
): RosterName {
  const taken = new Set([...takenNames(roster), ...alsoTaken]);
  return { name: dealer.deal(state.setup.language, taken), free: false };
}
