import type { Shelves, ShareRecord } from '../shelves.ts';
import { ADD_SHARE, DELETE_SHARE } from './catalogue-scripts.ts';
import type { Connection, RedisClient } from './connection.ts';
import { KEYS } from './keys.ts';

export function createShareKeys({
  ask,
  run,
}: Connection): Pick<Shelves, 'addShare' | 'findShare' | 'deleteShare'> {
  return {
    addShare: async ({ id, recording, hash, createdAtMs, expiresAtMs }) => {
      const keys = [
        KEYS.session(recording),
        KEYS.import(recording),
        KEYS.share(hash),
        KEYS.shares(recording),
      ];
      const [added] = await run(ADD_SHARE, keys, [hash, id, recording, createdAtMs, expiresAtMs ?? '']);
      return added === '1';
    },
    findShare: async (hash, atMs) => {
      const { recording, expires } = await ask((client) => client.hGetAll(KEYS.share(hash)));
      const isOpen = expires === '' || Number(expires) > atMs;
      return recording !== undefined && isOpen ? recording : null;
    },
    deleteShare: async (recording, id) => {
      const [deleted] = await run(DELETE_SHARE, [KEYS.shares(recording)], [id, KEYS.share('')]);
      return deleted === '1';
    },
  };
}

/** A recording's shares, the oldest first. */
export async function sharesOf(client: RedisClient, recording: string): Promise<readonly ShareRecord[]> {
  const hashes = Object.values(await client.hGetAll(KEYS.shares(recording)));
  const kept = await Promise.all(hashes.map((hash) => client.hGetAll(KEYS.share(hash))));
  return kept
    .map(({ id = '', created, expires }) => ({
      id,
      createdAtMs: Number(created),
      expiresAtMs: expires === undefined || expires === '' ? null : Number(expires),
    }))
    .sort((one, other) => one.createdAtMs - other.createdAtMs || one.id.localeCompare(other.id));
}
