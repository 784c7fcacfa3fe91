import type { SeatNumber, SessionId } from '../../shared/session/ids.ts';
import type { Roster } from '../../shared/session/roster.ts';
import type { Shelves } from './shelves.ts';

/**
 * What is known about sessions besides their events: codes, names, tokens. Whatever it has resolved is on disk.
 * Every method rejects with a `JournalError` and with nothing else.
 */
export type Catalogue = Shelves & {
  /** Makes a session exist. It goes last, after its code, its first events and its tokens: half a session is none. */
  readonly addSession: (session: NewSession) => Promise<void>;
  readonly session: (id: SessionId) => Promise<SessionRecord | null>;
  /** All of them, the newest first. */
  readonly sessions: () => Promise<readonly SessionRecord[]>;
  readonly saveCounts: (id: SessionId, counts: SessionCounts) => Promise<void>;
  /** Marks it ended and retires its code. Ending twice keeps the first time. */
  readonly endSession: (id: SessionId, atMs: number) => Promise<void>;

  /** Gives a session a code, and retires the one it had. False where the code is in use or was within a day. */
  readonly takeCode: (code: string, session: SessionId, atMs: number) => Promise<boolean>;
  /** Whose code it is, or was until a day ago. Null for a code that means nothing. */
  readonly findCode: (code: string, atMs: number) => Promise<CodeRecord | null>;

  /**
   * Keeps the newest version only: names that were replaced are gone. An older version than the kept one changes nothing.
   * `epoch` is the writer's licence, as for events: `fenced` once somebody else has opened the session since.
   */
  readonly saveRoster: (id: SessionId, roster: Roster, epoch?: number) => Promise<void>;
  /** A session without names has an empty roster. */
  readonly loadRoster: (id: SessionId) => Promise<Roster>;
  /** Deletes the names somebody typed, or all of them, and says what is left (one version up). Without names, nothing. */
  readonly deleteNames: (id: SessionId, which: 'free' | 'all') => Promise<Roster>;

  /** `hash` is the token's SHA-256 in base64url; the token itself is never kept. */
  readonly addToken: (hash: string, grant: Grant) => Promise<void>;
  readonly findToken: (hash: string) => Promise<Grant | null>;
  /** Takes back every token of exactly this grant. */
  readonly revokeTokens: (grant: Grant) => Promise<void>;
};

/** What a token allows. */
export type Grant =
  | { readonly role: 'teacher'; readonly session: SessionId }
  | { readonly role: 'screen'; readonly session: SessionId }
  | { readonly role: 'seat'; readonly session: SessionId; readonly seat: SeatNumber };

export type NewSession = {
  readonly id: SessionId;
  readonly lesson: string;
  readonly language: 'es' | 'en';
  /** Milliseconds since 1970. */
  readonly createdAtMs: number;
};

export type SessionCounts = { readonly seats: number; readonly rounds: number };

export type SessionRecord = NewSession & {
  /** `damaged`: events were lost to a damaged file; what is left can be looked at, not played on. */
  readonly state: 'open' | 'ended' | 'damaged';
  readonly endedAtMs: number | null;
  /** The code people join with; null once nobody remembers it. */
  readonly code: string | null;
  readonly counts: SessionCounts;
};

export type CodeRecord = {
  readonly session: SessionId;
  /** `replaced`: the teacher has dealt a new code since. */
  readonly state: 'current' | 'replaced';
};
