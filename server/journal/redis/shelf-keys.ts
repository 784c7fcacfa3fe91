import { RESP_TYPES } from 'redis';
import { sessionId } from '../../../shared/session/ids.ts';
import { decodeLabel, decodeSummary } from '../card-json.ts';
import { decodeNames } from '../roster-json.ts';
import type { Label, RecordingRecord, Shelves } from '../shelves.ts';
import { DELETE_RECORDING, WRITE_CARD } from './catalogue-scripts.ts';
import type { Connection, RedisClient } from './connection.ts';
import type { Erasing } from './erasing.ts';
import { KEYS } from './keys.ts';
import { sessionRecord } from './session-keys.ts';
import { sharesOf } from './share-keys.ts';

type ShelfKeys = Omit<Shelves, 'addShare' | 'findShare' | 'deleteShare' | 'deleteOldCopies'>;

export function createShelfKeys({ client, ask, run }: Connection, erasing: Erasing): ShelfKeys {
  const bytesClient = client.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer });
  const writeCard = async (id: string, field: 'label' | 'summary', value: unknown): Promise<boolean> => {
    const keys = [KEYS.session(id), KEYS.import(id), KEYS.card(id)];
    const [written] = await run(WRITE_CARD, keys, [field, JSON.stringify(value)]);
    return written === '1';
  };

  return {
    recordings: () =>
      ask(async (redis) => {
        const [sessions, imports] = await Promise.all([
          redis.zRange(KEYS.sessions, 0, -1),
          redis.zRange(KEYS.imports, 0, -1),
        ]);
        const found = await Promise.all([...sessions, ...imports].map((id) => recordOf(redis, id)));
        return found
          .filter((record) => record !== null)
          .sort((one, other) => other.startedAtMs - one.startedAtMs || one.id.localeCompare(other.id));
      }),
    recording: (id) => ask((redis) => recordOf(redis, id)),
    changeLabel: async (id, change) => {
      const card = await ask((redis) => redis.hGet(KEYS.card(id), 'label'));
      const label: Label = { ...decodeLabel(card), ...change };
      return (await writeCard(id, 'label', label)) ? label : null;
    },
    saveSummary: async (id, summary) => {
      await writeCard(id, 'summary', summary);
    },

    addImport: ({ id, lesson, language, startedAtMs, importedAtMs, label, summary, hasNames, bytes }) =>
      ask(async (redis) => {
        await redis
          .multi()
          .set(KEYS.importBytes(id), Buffer.from(bytes))
          .hSet(KEYS.import(id), {
            lesson,
            language,
            started: startedAtMs,
            imported: importedAtMs,
            names: hasNames ? 1 : 0,
          })
          .hSet(KEYS.card(id), { label: JSON.stringify(label), summary: JSON.stringify(summary) })
          .zAdd(KEYS.imports, { value: id, score: startedAtMs })
          .exec();
      }),
    importedFile: (id) =>
      ask(async () => {
        const bytes = await bytesClient.get(KEYS.importBytes(id));
        return bytes === null ? null : new Uint8Array(bytes);
      }),
    replaceImport: async (id, bytes) => {
      await ask(async (redis) => {
        if ((await redis.exists(KEYS.import(id))) === 0) return;
        await redis
          .multi()
          .set(KEYS.importBytes(id), Buffer.from(bytes), { condition: 'XX' })
          .hSet(KEYS.import(id), 'names', 0)
          .exec();
      });
      erasing.erase();
    },

    deleteRecording: async (id) => {
      const keys = [
        KEYS.session(id),
        KEYS.sessions,
        KEYS.import(id),
        KEYS.importBytes(id),
        KEYS.imports,
        KEYS.codes(id),
        KEYS.tokens(id),
        KEYS.shares(id),
        KEYS.roster(id),
        KEYS.card(id),
        KEYS.deletions,
      ];
      await run(DELETE_RECORDING, keys, [id, KEYS.code(''), KEYS.token(''), KEYS.share('')]);
      erasing.erase();
    },
    unfinishedDeletions: () =>
      ask(async (redis) => (await redis.sMembers(KEYS.deletions)).sort().map((id) => sessionId(id))),
    finishDeletion: async (id) => {
      await ask((redis) => redis.sRem(KEYS.deletions, id));
    },
  };
}

/** A class or an import with what is written on it; null for an id that is neither. */
async function recordOf(client: RedisClient, id: string): Promise<RecordingRecord | null> {
  const [session, file, card, roster, shares] = await Promise.all([
    sessionRecord(client, sessionId(id)),
    client.hGetAll(KEYS.import(id)),
    client.hGetAll(KEYS.card(id)),
    client.hGet(KEYS.roster(id), 'names'),
    sharesOf(client, id),
  ]);
  const written = {
    id,
    label: decodeLabel(card['label'] ?? null),
    summary: decodeSummary(card['summary'] ?? null),
    shares,
  };
  if (session !== null) {
    const { state, lesson, language, createdAtMs, endedAtMs } = session;
    // A damaged class will never end: it has been at rest since it began.
    const keptSinceMs = state === 'damaged' ? (endedAtMs ?? createdAtMs) : endedAtMs;
    const hasNames = roster !== null && decodeNames(0, roster).names.size > 0;
    return {
      ...written,
      source: 'class',
      state,
      lesson,
      language,
      startedAtMs: createdAtMs,
      keptSinceMs,
      hasNames,
    };
  }
  const { lesson, language, started, imported, names } = file;
  if (lesson === undefined) return null;
  return {
    ...written,
    source: 'import',
    state: 'ended',
    lesson,
    language: language === 'en' ? 'en' : 'es',
    startedAtMs: Number(started),
    keptSinceMs: Number(imported),
    hasNames: names === '1',
  };
}
