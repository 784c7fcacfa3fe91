import { existsSync } from 'node:fs';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import * as v from 'valibot';
import { createCommitLoop } from './sqlite/commit-loop.ts';
import { findDamage } from './sqlite/damage.ts';
import { openDatabase } from './sqlite/database.ts';
import { salvageFile } from './sqlite/store-file.ts';
import { storeTaskSchema, type FromStore, type StoreTask, type ToStore } from './sqlite/worker-messages.ts';

/**
 * The thread that owns the file: what waits for the disk here keeps nobody waiting there. Its end is what lets
 * go of the file, so it ends whenever the file is to be looked over, moved, or not to be trusted.
 */
const port = parentPort;
if (port === null) throw new Error('the store runs in a thread of its own');
const task = v.parse(storeTaskSchema, workerData);
switch (task.task) {
  case 'serve':
    serve(task, port);
    break;
  case 'salvage':
    say(port, { kind: 'salvaged', salvage: salvageFile(task.path) });
    port.close();
}

function serve({ path, maxPages }: Extract<StoreTask, { task: 'serve' }>, to: MessagePort): void {
  const found = existsSync(path) ? 'sound' : 'new';
  const damage = found === 'sound' ? findDamage(path) : null;
  if (damage !== null) {
    say(to, { kind: 'damaged', damage });
    to.close();
    return;
  }
  const loop = createCommitLoop({
    db: openDatabase(path, maxPages === undefined ? {} : { maxPages }),
    reply: (replies) => say(to, { kind: 'replies', replies }),
    onDistrust: () => to.close(),
  });
  to.on('message', (message: ToStore) => {
    switch (message.kind) {
      case 'request':
        loop.add(message.request);
        return;
      case 'close':
        loop.finish();
        to.close();
    }
  });
  say(to, { kind: 'serving', found });
}

function say(to: MessagePort, message: FromStore): void {
  to.postMessage(message);
}
