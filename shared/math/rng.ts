/**
 * Seeded randomness as data: state in, value and next state out, so that a recording can carry the state
 * and two machines draw the same numbers. The generator is Mulberry32 (Tommy Ettinger, 2017): 32 bits of state.
 */
export type RngState = number & { readonly __brand: 'RngState' };

/** A stream of numbers drawn one after another inside one function; it never outlives that function. */
export type Rng = {
  /** Uniform in [0, 1). */
  readonly next: () => number;
  /** Standard normal, by Box and Muller (1958). */
  readonly normal: () => number;
  /** A whole number in [0, below). */
  readonly below: (below: number) => number;
};

/** Mixes any number of integers or texts into one seed (FNV-1a over their decimal text). */
export function seedFrom(...parts: readonly (number | string)[]): RngState {
  let hash = 0x811c9dc5;
  for (const character of parts.join('|')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0) as RngState; // the only door by which a plain number becomes a state
}

/** One draw: a uniform number in [0, 1) and the state that follows. */
export function draw(state: RngState): readonly [number, RngState] {
  const next = (state + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(next ^ (next >>> 15), 1 | next);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return [((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296, next as RngState]; // same brand as it came with
}

/** A stream that starts from the seed. */
export function createRng(seed: RngState): Rng {
  let state = seed;
  const next = (): number => {
    const [value, after] = draw(state);
    state = after;
    return value;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return { next, normal, below: (below) => Math.floor(next() * below) };
}
