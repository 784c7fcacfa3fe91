import { readConfig } from '../../../server/config.ts';
import { openStore } from '../../../server/journal/open-store.ts';
import { createLog } from '../../../server/log.ts';
import { startServer } from '../../../server/server.ts';
import { createMemoryJournal } from './memory-journal.ts';

/** The server as its sources are; with `without-disk`, over a journal in memory. Else both are the same, line by line. */
const reading = readConfig(process.env);
if (!reading.ok) throw new Error(reading.problems.map(({ sentence }) => sentence).join('\n'));
const withoutDisk = process.argv.includes('without-disk');

const { port, stop } = await startServer({
  config: reading.config,
  log: createLog(reading.config.logLevel),
  clientFolder: null,
  open: async (...asked) => {
    const store = await openStore(...asked);
    return withoutDisk ? { ...store, journal: createMemoryJournal(new Map()) } : store;
  },
});
process.send?.({ kind: 'listening', port });
process.on('SIGTERM', async () => {
  await stop();
  process.exit(0);
});
