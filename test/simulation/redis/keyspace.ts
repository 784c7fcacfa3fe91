import type { DurableMischief } from '../store/durable.ts';

/** As much of a Redis's data as the journal and the leases use, by Redis's own words. */
export type Keyspace = {
  readonly get: (key: string) => string | null;
  readonly set: (key: string, value: string, heldMs: number) => void;
  readonly exists: (key: string) => boolean;
  readonly del: (key: string) => void;
  readonly hGet: (key: string, field: string) => string | null;
  readonly hSet: (key: string, field: string, value: string) => void;
  readonly hDel: (key: string, field: string) => void;
  readonly hGetAll: (key: string) => Readonly<Record<string, string>>;
  readonly sAdd: (key: string, member: string) => void;
  readonly sRem: (key: string, member: string) => void;
  readonly sMembers: (key: string) => readonly string[];
  /** Refuses an id that is not above the last. */
  readonly xAdd: (key: string, entry: Entry) => void;
  readonly entries: (key: string) => readonly Entry[];
};

/** An entry's id is `<epoch>-<version>`. */
export type Entry = {
  readonly epoch: number;
  readonly version: number;
  readonly message: Readonly<Record<string, string>>;
};

export type KeyspaceOptions = {
  readonly nowMs: () => number;
  /** Memory is used up: what may need more of it is refused, by the policy `noeviction`. */
  readonly isFull: () => boolean;
  /** Rules of Redis broken on purpose. */
  readonly mischief?: Pick<DurableMischief, 'unfenced' | 'leasesLast'>;
};

export function createKeyspace({ nowMs, isFull, mischief = {} }: KeyspaceOptions): Keyspace {
  const strings = new Map<string, { readonly value: string; readonly untilMs: number }>();
  const hashes = new Map<string, Map<string, string>>();
  const sets = new Map<string, Set<string>>();
  const streams = new Map<string, Entry[]>();

  function takeRoom(): void {
    if (isFull()) throw new Error("OOM command not allowed when used memory > 'maxmemory'.");
  }
  const get = (key: string): string | null => {
    const kept = strings.get(key);
    return kept !== undefined && nowMs() < kept.untilMs ? kept.value : null;
  };

  return {
    get,
    set: (key, value, heldMs) => {
      takeRoom();
      strings.set(key, { value, untilMs: mischief.leasesLast === true ? Infinity : nowMs() + heldMs });
    },
    exists: (key) => get(key) !== null,
    del: (key) => [strings, hashes, sets, streams].forEach((kept) => kept.delete(key)),
    hGet: (key, field) => hashes.get(key)?.get(field) ?? null,
    hSet: (key, field, value) => {
      takeRoom();
      hashes.set(key, (hashes.get(key) ?? new Map()).set(field, value));
    },
    hDel: (key, field) => void hashes.get(key)?.delete(field),
    hGetAll: (key) => Object.fromEntries(hashes.get(key) ?? []),
    sAdd: (key, member) => {
      takeRoom();
      sets.set(key, (sets.get(key) ?? new Set()).add(member));
    },
    sRem: (key, member) => void sets.get(key)?.delete(member),
    sMembers: (key) => [...(sets.get(key) ?? [])],
    xAdd: (key, entry) => {
      takeRoom();
      const stream = streams.get(key) ?? [];
      const last = stream.at(-1);
      if (mischief.unfenced !== true && last !== undefined && !isAbove(entry, last))
        throw new Error('ERR The ID specified in XADD is equal or smaller than the target stream top item');
      stream.push(entry);
      streams.set(key, stream);
    },
    entries: (key) => streams.get(key) ?? [],
  };
}

function isAbove(one: Entry, other: Entry): boolean {
  return one.epoch > other.epoch || (one.epoch === other.epoch && one.version > other.version);
}
