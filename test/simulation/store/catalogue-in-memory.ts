import type { Catalogue, Grant, SessionRecord } from '../../../server/journal/catalogue.ts';
import { JournalError } from '../../../server/journal/journal.ts';
import type { SessionId } from '../../../shared/session/ids.ts';
import { EMPTY_ROSTER, withoutNames, type Roster } from '../../../shared/session/roster.ts';
import type { AtOnce } from './at-once.ts';
import { createShelvesInMemory } from './shelves-in-memory.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

type Code = { readonly session: SessionId; retiredAtMs: number | null; replaced: boolean };

/** The catalogue as a disk holds it. */
/** `epochOf`: in which epoch a class's events are written now. */
export function createCatalogueInMemory(
  epochOf: (id: SessionId) => number | null = () => null,
): AtOnce<Catalogue> {
  const sessions = new Map<SessionId, SessionRecord>();
  const codes = new Map<string, Code>();
  const rosters = new Map<SessionId, Roster>();
  const tokens = new Map<string, Grant>();

  const recordOf = (id: SessionId): SessionRecord | null => {
    const kept = sessions.get(id);
    const codeOf = [...codes].find(([, { session, replaced }]) => session === id && !replaced);
    return kept === undefined ? null : { ...kept, code: codeOf?.[0] ?? null };
  };
  const change = (id: SessionId, changed: Partial<SessionRecord>): void => {
    const kept = sessions.get(id);
    if (kept !== undefined) sessions.set(id, { ...kept, ...changed });
  };
  /** A code that still means something at this time. */
  const codeAt = (code: string, atMs: number): Code | null => {
    const kept = codes.get(code);
    const untilMs = (kept?.retiredAtMs ?? Infinity) + DAY_MS;
    return kept === undefined || atMs >= untilMs ? null : kept;
  };
  const loadRoster = (id: SessionId): Roster => rosters.get(id) ?? EMPTY_ROSTER;
  const all = (): readonly SessionRecord[] =>
    [...sessions.keys()]
      .flatMap((id) => recordOf(id) ?? [])
      .sort((one, other) => other.createdAtMs - one.createdAtMs);

  return {
    ...createShelvesInMemory({
      sessions: all,
      hasNames: (id) => loadRoster(id).names.size > 0,
      forget: (id) => {
        sessions.delete(id);
        rosters.delete(id);
        for (const [code, { session }] of codes) if (session === id) codes.delete(code);
        for (const [hash, { session }] of tokens) if (session === id) tokens.delete(hash);
      },
    }),
    addSession: (added) =>
      void sessions.set(added.id, {
        ...added,
        state: 'open',
        endedAtMs: null,
        code: null,
        counts: { seats: 0, rounds: 0 },
      }),
    session: recordOf,
    sessions: all,
    saveCounts: (id, counts) => change(id, { counts }),
    endSession: (id, atMs) => {
      if (sessions.get(id)?.state !== 'open') return;
      change(id, { state: 'ended', endedAtMs: atMs });
      for (const code of codes.values()) if (code.session === id) code.retiredAtMs ??= atMs;
    },
    takeCode: (code, session, atMs) => {
      if (codeAt(code, atMs) !== null) return false;
      for (const other of codes.values()) {
        if (other.session !== session || other.replaced) continue;
        other.replaced = true;
        other.retiredAtMs = atMs;
      }
      codes.set(code, { session, retiredAtMs: null, replaced: false });
      return true;
    },
    findCode: (code, atMs) => {
      const kept = codeAt(code, atMs);
      return kept === null ? null : { session: kept.session, state: kept.replaced ? 'replaced' : 'current' };
    },
    saveRoster: (id, roster, epoch) => {
      if (epoch !== undefined && epoch !== (epochOf(id) ?? epoch))
        throw new JournalError('fenced', `epoch ${epoch} is not the running one`);
      if (roster.version > loadRoster(id).version) rosters.set(id, roster);
    },
    loadRoster,
    deleteNames: (id, which) => {
      const kept = rosters.get(id);
      if (kept === undefined) return EMPTY_ROSTER;
      const left = withoutNames(kept, which);
      rosters.set(id, left);
      return left;
    },
    addToken: (hash, grant) => void tokens.set(hash, grant),
    findToken: (hash) => tokens.get(hash) ?? null,
    revokeTokens: (grant) => {
      for (const [hash, given] of tokens) if (isSame(given, grant)) tokens.delete(hash);
    },
  };
}

function isSame(one: Grant, other: Grant): boolean {
  const seatOf = (grant: Grant): number | null => (grant.role === 'seat' ? grant.seat : null);
  return one.role === other.role && one.session === other.session && seatOf(one) === seatOf(other);
}
