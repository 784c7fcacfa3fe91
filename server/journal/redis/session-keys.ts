import { sessionId, type SessionId } from '../../../shared/session/ids.ts';
import type { Catalogue, SessionRecord } from '../catalogue.ts';
import { END_SESSION, SET_WHERE_THERE } from './catalogue-scripts.ts';
import type { Connection, RedisClient } from './connection.ts';
import { KEYS } from './keys.ts';

type SessionKeys = Pick<Catalogue, 'addSession' | 'session' | 'sessions' | 'saveCounts' | 'endSession'>;

export function createSessionKeys({ ask, run }: Connection): SessionKeys {
  return {
    addSession: ({ id, lesson, language, createdAtMs }) =>
      ask(async (client) => {
        await client
          .multi()
          .hSet(KEYS.session(id), { lesson, language, created: createdAtMs, seats: 0, rounds: 0 })
          .zAdd(KEYS.sessions, { value: id, score: createdAtMs })
          .exec();
      }),
    session: (id) => ask((client) => sessionRecord(client, id)),
    sessions: () =>
      ask(async (client) => {
        const ids = await client.zRange(KEYS.sessions, 0, -1, { REV: true });
        const found = await Promise.all(ids.map((id) => sessionRecord(client, sessionId(id))));
        return found.filter((record) => record !== null);
      }),
    saveCounts: async (id, { seats, rounds }) => {
      await run(SET_WHERE_THERE, [KEYS.session(id)], ['seats', seats, 'rounds', rounds]);
    },
    endSession: async (id, atMs) => {
      await run(END_SESSION, [KEYS.session(id), KEYS.codes(id)], [atMs, KEYS.code('')]);
    },
  };
}

/** What is kept of a class; null for one that is not there. */
export async function sessionRecord(client: RedisClient, id: SessionId): Promise<SessionRecord | null> {
  const [kept, isDamaged, code] = await Promise.all([
    client.hGetAll(KEYS.session(id)),
    client.hGet(KEYS.head(id), 'damaged'),
    currentCode(client, id),
  ]);
  const { lesson, language, created, ended, seats, rounds } = kept;
  if (lesson === undefined || created === undefined) return null;
  return {
    id,
    lesson,
    language: language === 'en' ? 'en' : 'es',
    createdAtMs: Number(created),
    state: isDamaged === '1' ? 'damaged' : ended === undefined ? 'open' : 'ended',
    endedAtMs: ended === undefined ? null : Number(ended),
    code,
    counts: { seats: Number(seats), rounds: Number(rounds) },
  };
}

async function currentCode(client: RedisClient, id: SessionId): Promise<string | null> {
  const codes = await client.sMembers(KEYS.codes(id));
  const kept = await Promise.all(codes.map((code) => client.hmGet(KEYS.code(code), ['session', 'replaced'])));
  return codes.find((_, index) => kept[index]?.[0] === id && kept[index]?.[1] === '0') ?? null;
}
