import { writeSync } from 'node:fs';
import { sessionId } from '../../../shared/session/ids.ts';
import { openSqliteStore } from '../../../server/journal/sqlite.ts';

// A class that nudges as fast as it can until its process is killed. Every line says a version that was acknowledged.
const session = sessionId('killed');
const { journal } = await openSqliteStore({ directory: process.argv[2] ?? '' });
const opened = await journal.open(session);

let next = opened.events.length + 1;
const nudgeForEver = async (): Promise<void> => {
  for (;;) {
    const version = next;
    next += 1;
    await journal.append(session, opened.epoch, version, [JSON.stringify({ type: 'nudged', version })]);
    writeSync(1, `${version}\n`);
  }
};
await Promise.all(Array.from({ length: 30 }, nudgeForEver));
