import { afterEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../server/journal/sqlite.ts';
import { createRng, seedFrom } from '../../shared/math/rng.ts';
import { recordingListSchema } from '../../shared/wire/recordings.ts';
import * as v from 'valibot';
import { fillWithClasses } from '../helpers/recorded-store.ts';
import { contentOf } from '../helpers/recordings.ts';
import {
  startServerProcess,
  temporaryDataDir,
  TEST_KEY,
  type ServerProcess,
} from '../helpers/server-process.ts';
import { playSmallClass } from '../helpers/small-class.ts';
import { tracesAfterAMinute } from '../server/journal/traces.ts';

const KILLS = 6;
const CLASSES = 16;
const headers = { authorization: `Bearer ${TEST_KEY}` };

let server: ServerProcess | null = null;
const data = temporaryDataDir();
afterEach(async () => {
  await server?.kill();
  server = null;
  data.remove();
});

async function listed({ url }: ServerProcess): Promise<readonly string[]> {
  const answer = await fetch(`${url}/api/recordings`, { headers });
  return v.parse(recordingListSchema, await answer.json()).recordings.map(({ id }) => id);
}

/**
 * Deletes one, and kills the server in the middle of deleting the next: at that part of the time which the first one
 * took. Says which deletions were answered.
 */
async function killInTheMiddle(
  { url, kill }: ServerProcess,
  ids: readonly string[],
  part: number,
): Promise<readonly string[]> {
  const remove = async (id: string): Promise<string[]> => {
    const answer = await fetch(`${url}/api/recordings/${id}`, { method: 'DELETE', headers });
    return answer.ok ? [id] : [];
  };
  const [first = '', second = ''] = ids;
  const startMs = performance.now();
  const answered = await remove(first);
  const tookMs = performance.now() - startMs;
  const deleting = remove(second).catch(() => []);
  await new Promise((resolve) => setTimeout(resolve, part * tookMs));
  await kill();
  return [...answered, ...(await deleting)];
}

describe('a server that is killed in the middle of a deletion', () => {
  it('never shows half a recording: each is whole, or gone from list, journal and raw files (R7)', async () => {
    const lines = playSmallClass();
    const all = await fillWithClasses(data.path, CLASSES, lines);
    const rng = createRng(seedFrom('killed while deleting'));
    server = await startServerProcess({ dataDir: data.path });
    const { port } = server;
    const answered = new Set<string>();
    for (let kill = 0; kill < KILLS; kill += 1) {
      const left = await listed(server);
      for (const id of await killInTheMiddle(server, left, rng.next())) answered.add(id);
      server = await startServerProcess({ dataDir: data.path, port });
      const ids = await listed(server);
      expect(ids.filter((id) => answered.has(id))).toEqual([]);
      for (const id of ids.slice(0, 2)) {
        const file = await fetch(`${server.url}/api/recordings/${id}?names=1`, { headers });
        const { header } = contentOf(new Uint8Array(await file.arrayBuffer()));
        expect(header).toMatchObject({ session: id, events: lines.length });
        expect(header.names).toHaveLength(1);
      }
    }
    const ids = new Set(await listed(server));
    expect(answered.size).toBeGreaterThanOrEqual(KILLS);
    const gone = all.filter((id) => !ids.has(id));
    expect(await tracesAfterAMinute([...gone, ...gone.map((id) => `Filomena of ${id}`)], data.path)).toEqual(
      [],
    );
    await server.end('SIGTERM');
    const { journal, catalogue } = await openSqliteStore({ directory: data.path });
    const journalled = await journal.sessions();
    expect(new Set(journalled.map(({ session }) => session))).toEqual(ids);
    expect(journalled.every(({ version }) => version === lines.length)).toBe(true);
    expect(await catalogue.unfinishedDeletions()).toEqual([]);
    await journal.close();
  });
});
