import type { SeatNumber } from './ids.ts';

type Chunk<Value> = ReadonlyMap<SeatNumber, Value>;

/** A copy of one in a thousand seats touches this many, and a table of as many chunks. */
const CHUNK = 32;

/**
 * What is known of each seat, never changed in place: `with` gives another map that shares all chunks but one with this.
 * So a fact about one of a thousand seats copies sixty entries and not a thousand. Entries come in the order of the chunks
 * that were begun first, which is that of the numbers as long as seats are dealt in turn.
 */
export class SeatMap<Value> implements ReadonlyMap<SeatNumber, Value> {
  private readonly chunks: ReadonlyMap<number, Chunk<Value>>;
  readonly size: number;

  private constructor(chunks: ReadonlyMap<number, Chunk<Value>>, size: number) {
    this.chunks = chunks;
    this.size = size;
  }

  static of<Value>(entries: Iterable<readonly [SeatNumber, Value]> = []): SeatMap<Value> {
    const chunks = new Map<number, Map<SeatNumber, Value>>();
    for (const [seat, value] of entries) {
      const chunk = chunks.get(chunkOf(seat));
      if (chunk === undefined) chunks.set(chunkOf(seat), new Map([[seat, value]]));
      else chunk.set(seat, value);
    }
    return new SeatMap(
      chunks,
      [...chunks.values()].reduce((sum, chunk) => sum + chunk.size, 0),
    );
  }

  with(seat: SeatNumber, value: Value): SeatMap<Value> {
    const chunk = new Map(this.chunks.get(chunkOf(seat))).set(seat, value);
    const size = this.has(seat) ? this.size : this.size + 1;
    return new SeatMap(new Map(this.chunks).set(chunkOf(seat), chunk), size);
  }

  /** How many entries `with` copies at most. */
  get copied(): number {
    return this.chunks.size + Math.min(this.size, CHUNK);
  }

  get(seat: SeatNumber): Value | undefined {
    return this.chunks.get(chunkOf(seat))?.get(seat);
  }

  has(seat: SeatNumber): boolean {
    return this.chunks.get(chunkOf(seat))?.has(seat) === true;
  }

  entries(): MapIterator<[SeatNumber, Value]> {
    return this.#inOne().entries();
  }

  keys(): MapIterator<SeatNumber> {
    return this.#inOne().keys();
  }

  values(): MapIterator<Value> {
    return this.#inOne().values();
  }

  [Symbol.iterator](): MapIterator<[SeatNumber, Value]> {
    return this.entries();
  }

  forEach(visit: (value: Value, seat: SeatNumber, map: SeatMap<Value>) => void): void {
    for (const [seat, value] of this) visit(value, seat, this);
  }

  #inOne(): Chunk<Value> {
    const known = IN_ONE.get(this) as Chunk<Value> | undefined; // filed below, of the same map
    if (known !== undefined) return known;
    const all = inOne([...this.chunks.values()]);
    IN_ONE.set(this, all);
    return all;
  }
}

/** All of a map in one table, made when somebody first looks through it: most states are only a way to the next. */
const IN_ONE = new WeakMap<SeatMap<unknown>, Chunk<unknown>>();

function inOne<Value>(chunks: readonly Chunk<Value>[]): Chunk<Value> {
  const [first, ...more] = chunks;
  return first !== undefined && more.length === 0 ? first : new Map(chunks.flatMap((chunk) => [...chunk]));
}

function chunkOf(seat: SeatNumber): number {
  return Math.floor(seat / CHUNK);
}
