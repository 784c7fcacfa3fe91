import { newInstance } from './instance.ts';
import { emptyOutbox, type Outbox } from './outbox.ts';

/** As much of the tab's storage as an outbox needs; null where the browser gives none. */
type TabStorage = Pick<Storage, 'getItem' | 'setItem'> | null;

/** Where an outbox survives a reload. */
export type OutboxStore<Intent> = {
  /** This page's outbox: the one it had before a reload, or a new one. */
  readonly claim: () => Outbox<Intent>;
  readonly write: (outbox: Outbox<Intent>) => void;
  /** Counts one more connection of this page, reloads included: the first is 1. */
  readonly nextDial: () => number;
  /** The page goes, or sleeps: whoever comes next in this tab may go on with it. */
  readonly release: () => void;
  /** The page is back. */
  readonly hold: () => void;
};

/** `inUse` tells a reload from a duplicated tab, which gets a copy while the first page still holds it. */
type Stored<Intent> = Omit<Outbox<Intent>, 'kept'> &
  Partial<Pick<Outbox<Intent>, 'kept'>> & { readonly inUse: boolean; readonly dials?: number };

/** Keeps the outbox in the tab's own storage; where there is none it lives as long as the page. */
export function createOutboxStore<Intent>(
  storage: TabStorage,
  key: string,
  nameOfPage: () => string = newInstance,
): OutboxStore<Intent> {
  const stored = readStored<Intent>(storage, key);
  const before = stored === null || stored.inUse ? null : stored;
  let outbox: Outbox<Intent> = before === null ? emptyOutbox(nameOfPage()) : withoutMark(before);
  let dials = before?.dials ?? 0;
  let inUse = true;
  const save = (): void => {
    try {
      storage?.setItem(key, JSON.stringify({ ...outbox, inUse, dials } satisfies Stored<Intent>));
    } catch {
      // A full or forbidden storage costs the reload's memory, not the class.
    }
  };
  const mark = (next: boolean): void => {
    inUse = next;
    save();
  };
  return {
    claim: () => {
      save();
      return outbox;
    },
    write: (next) => {
      outbox = next;
      save();
    },
    nextDial: () => {
      // Whoever went on with it in this tab meanwhile has counted too.
      dials = 1 + Math.max(dials, readStored(storage, key)?.dials ?? 0);
      save();
      return dials;
    },
    release: () => mark(false),
    hold: () => mark(true),
  };
}

/** What an older page of this program stored has nothing that was kept, and no count of its connections. */
function withoutMark<Intent>({ instance, nextSeq, pending, kept = [] }: Stored<Intent>): Outbox<Intent> {
  return { instance, nextSeq, pending, kept };
}

function readStored<Intent>(storage: TabStorage, key: string): Stored<Intent> | null {
  try {
    const text = storage?.getItem(key) ?? null;
    if (text === null) return null;
    const value: unknown = JSON.parse(text);
    // Written by `save` above in this very tab; the server checks every intent again.
    return hasShape(value) ? (value as Stored<Intent>) : null;
  } catch {
    return null;
  }
}

function hasShape(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const record = new Map<string, unknown>(Object.entries(value));
  return (
    typeof record.get('instance') === 'string' &&
    Number.isInteger(record.get('nextSeq')) &&
    Array.isArray(record.get('pending')) &&
    Array.isArray(record.get('kept') ?? []) &&
    Number.isInteger(record.get('dials') ?? 0) &&
    typeof record.get('inUse') === 'boolean'
  );
}
