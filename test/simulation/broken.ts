/** The promises of docs/faults.md's oracle, by their letters. */
export type Clause = 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g';

export const PROMISES: Readonly<Record<Clause, string>> = {
  a: 'what was acknowledged is in the journal exactly once',
  b: 'nothing is filed outside its owner, its round or its bounds',
  c: 'whoever is caught up holds what the journal gives',
  d: 'versions leave no gap, and nothing is told before it is kept',
  e: 'every intent ends applied, refused with a reason, or waiting',
  f: 'what waits stays below its bounds',
  g: 'a round waits for whoever is here and was at its beginning, and for nobody else',
};

/** A promise that was broken, and how. */
export class Broken extends Error {
  readonly clause: Clause;

  constructor(clause: Clause, what: string) {
    super(what);
    this.name = 'Broken';
    this.clause = clause;
  }
}

export function expect(clause: Clause, holds: boolean, what: () => string): void {
  if (!holds) throw new Broken(clause, what());
}
