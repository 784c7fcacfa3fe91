import type { Catalogue } from '../../../server/journal/catalogue.ts';
import type { Journal } from '../../../server/journal/journal.ts';
import type { Ownership } from '../../../server/journal/ownership.ts';
import type { JournalLine } from '../../../shared/recording/chain.ts';
import type { SessionId } from '../../../shared/session/ids.ts';
import type { Roster } from '../../../shared/session/roster.ts';
import type { Host } from '../host.ts';
import type { Ailing } from './ailing.ts';

/** What processes write on; it outlives them. */
export type Durable = Omit<Ailing, 'lineOf'> & {
  /** The store as one process sees it: what it asked is done, and answered, unless it dies before. */
  readonly mount: (host: Host) => Mounted;
  readonly lines: (session: SessionId) => readonly KeptLine[];
  readonly roster: (session: SessionId) => Roster;
};

export type Mounted = {
  readonly journal: Journal;
  readonly catalogue: Catalogue;
  /** Where several servers share it. */
  readonly ownership: Ownership | null;
};

/** `by`: the process that wrote it, where there are several. */
export type KeptLine = JournalLine & { readonly by?: string };

/** A rule of the store that is broken on purpose, to see it noticed. */
export type DurableMischief = {
  /** Answers an append before it is done. */
  readonly acknowledgesTooEarly?: boolean;
  /** Changes the text of events on their way to the disk. */
  readonly rewrite?: (events: readonly string[]) => readonly string[];
  /** Reads these lines instead of those that are kept. */
  readonly reread?: (lines: readonly KeptLine[]) => readonly KeptLine[];
  /** A stream takes what a former owner writes. */
  readonly unfenced?: boolean;
  /** A key with a time to live has none. */
  readonly leasesLast?: boolean;
};
