import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createRng, seedFrom } from '../../../shared/math/rng.ts';
import { sessionId } from '../../../shared/session/ids.ts';
import { temporaryFolder, withStore } from './temporary-store.ts';

const KILLS = 5;
const program = fileURLToPath(new URL('./append-until-killed.ts', import.meta.url));

/** Runs the class until it has heard this many acknowledgements, kills it, and says the highest version it heard. */
async function killAfter(directory: string, acknowledgements: number): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let heard = '';
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (text: string) => {
    heard += text;
    if (heard.split('\n').length > acknowledgements) child.kill('SIGKILL');
  });
  await once(child, 'close');
  // A line cut short by the kill was not heard.
  return Math.max(0, ...heard.split('\n').slice(0, -1).map(Number));
}

it('loses no acknowledged nudge and leaves no gap, however often the server is killed', async () => {
  const folder = temporaryFolder();
  const session = sessionId('killed');
  const rng = createRng(seedFrom('kill -9'));
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const highest = await killAfter(folder.path, 20 + rng.below(300));
    await withStore({ directory: folder.path }, async ({ journal, report }) => {
      expect(report).toEqual({ kind: 'sound' });
      const events = await journal.read(session, 1);
      expect(events.length).toBeGreaterThanOrEqual(highest);
      expect(events.map(({ json }) => json)).toEqual(
        events.map((_, index) => JSON.stringify({ type: 'nudged', version: index + 1 })),
      );
      expect((await journal.open(session)).epoch).toBe(2 * kill);
    });
  }
  folder.remove();
}, 120_000);
