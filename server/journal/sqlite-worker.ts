import { parentPort, workerData } from 'node:worker_threads';
import * as v from 'valibot';
import { systemClock } from '../clock.ts';
import { createCommitLoop, type StoreRequest } from './sqlite/commit-loop.ts';
import { openStoreFile } from './sqlite/store-file.ts';
import type { ToStore, FromStore } from './sqlite/worker-messages.ts';

/**
 * The thread that owns the file: what waits for the disk here keeps nobody waiting there. It lives until it is
 * told to close; an error it does not expect ends it, and the other side starts another.
 */
const options = v.parse(v.object({ path: v.string(), maxPages: v.optional(v.number()) }), workerData);

const port = parentPort;
if (port === null) throw new Error('the store runs in a thread of its own');
const send = (message: FromStore): void => port.postMessage(message);

const loop = createCommitLoop({
  open: () => {
    const { db, report } = openStoreFile(
      options.path,
      systemClock.wallMs(),
      options.maxPages === undefined ? {} : { maxPages: options.maxPages },
    );
    send({ kind: 'opened', report });
    return db;
  },
  reply: (replies) => send({ kind: 'replies', replies }),
});

port.on('message', (message: ToStore) => {
  switch (message.kind) {
    case 'request':
      loop.add(message.request satisfies StoreRequest);
      return;
    case 'close':
      loop.close();
      send({ kind: 'closed' });
      port.close();
  }
});
