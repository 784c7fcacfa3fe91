import { createHash } from 'node:crypto';
import type { StoredEvent } from '../journal.ts';

/** Where a session's chain begins: bound to its id, so that no session's events pass for another's. */
export function chainStart(session: string): Uint8Array {
  return createHash('sha256').update(`descenso journal 1\n${session}`).digest();
}

/** The digest that an event adds: SHA-256 over the digest before it, its version, its epoch and its text. */
export function chainNext(previous: Uint8Array, event: StoredEvent): Uint8Array {
  return createHash('sha256')
    .update(previous)
    .update(`${event.version}\n${event.epoch}\n`)
    .update(event.json)
    .digest();
}

/** Whether two digests are the same bytes. */
export function sameDigest(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** An event beside the digest that was kept with it. */
export type ChainedEvent = StoredEvent & { readonly digest: Uint8Array };

/** How a chain that was read compares with the digests kept in it, and where it ends. */
export type ChainReading = {
  /** The longest beginning that holds. */
  readonly sound: readonly ChainedEvent[];
  readonly digest: Uint8Array;
  /** Whether an event that was there did not follow from the one before. */
  readonly broken: boolean;
};

/** Follows a chain for as long as it holds. The rows may end with a throw, as those of a torn file do. */
export function followChain(session: string, rows: Iterable<ChainedEvent>): ChainReading {
  const sound: ChainedEvent[] = [];
  let digest = chainStart(session);
  try {
    for (const row of rows) {
      const next = chainNext(digest, row);
      if (row.version !== sound.length + 1 || !sameDigest(next, row.digest))
        return { sound, digest, broken: true };
      digest = next;
      sound.push(row);
    }
  } catch {
    return { sound, digest, broken: true };
  }
  return { sound, digest, broken: false };
}
