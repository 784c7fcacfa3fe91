import { sameDigest, sha256, type Sha256 } from './sha-256.ts';

/** One event as a journal and a recording keep it: the text it was written with, in the order it happened. */
export type JournalLine = {
  /** 1 for a session's first event, and never a gap. */
  readonly version: number;
  /** The opening that wrote it. */
  readonly epoch: number;
  readonly json: string;
};

/** An event beside the digest that was kept with it. */
export type ChainedLine = JournalLine & { readonly digest: Uint8Array };

/** How a chain that was read compares with the digests kept in it, and where it ends. */
export type ChainReading = {
  /** The longest beginning that holds. */
  readonly sound: readonly ChainedLine[];
  readonly digest: Uint8Array;
  /** Whether an event that was there did not follow from the one before. */
  readonly broken: boolean;
};

/** The digests that make a session's events one piece: each is over the one before, so that none can be changed alone. */
export type Chain = {
  /** Where a session's chain begins: bound to its id, so that no session's events pass for another's. */
  readonly start: (session: string) => Uint8Array;
  /** The digest that an event adds: SHA-256 over the digest before it, its version, its epoch and its text. */
  readonly next: (previous: Uint8Array, line: JournalLine) => Uint8Array;
  /** Follows a chain for as long as it holds. The rows may end with a throw, as those of a torn file do. */
  readonly follow: (session: string, rows: Iterable<ChainedLine>) => ChainReading;
};

/** The chain, made with a SHA-256: a page has its own, and a server a faster one. */
export function createChain(sha256: Sha256): Chain {
  const start: Chain['start'] = (session) => sha256(`descenso journal 1\n${session}`);
  const next: Chain['next'] = (previous, { version, epoch, json }) =>
    sha256(previous, `${version}\n${epoch}\n`, json);
  const follow: Chain['follow'] = (session, rows) => {
    const sound: ChainedLine[] = [];
    let digest = start(session);
    try {
      for (const row of rows) {
        const expected = next(digest, row);
        if (row.version !== sound.length + 1 || !sameDigest(expected, row.digest))
          return { sound, digest, broken: true };
        digest = expected;
        sound.push(row);
      }
    } catch {
      return { sound, digest, broken: true };
    }
    return { sound, digest, broken: false };
  };
  return { start, next, follow };
}

/** The chain for wherever nothing but JavaScript is to be had. */
export const CHAIN: Chain = createChain(sha256);
