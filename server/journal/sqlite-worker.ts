import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import * as v from 'valibot';
import { createCommitLoop } from './sqlite/commit-loop.ts';
import { findDamage } from './sqlite/damage.ts';
import { openDatabase } from './sqlite/database.ts';
import { salvageFile } from './sqlite/store-file.ts';
import { createTidying } from './sqlite/tidying.ts';
import { storeTaskSchema, type FromStore, type StoreTask, type ToStore } from './sqlite/worker-messages.ts';

/** The thread that has the file: what waits for the disk here keeps nobody waiting there. */
const port = parentPort;
if (port === null) throw new Error('the store runs in a thread of its own');
const task = v.parse(storeTaskSchema, workerData);
switch (task.task) {
  case 'look':
    say(port, { kind: 'looked', damage: findDamage(task.path) });
    port.close();
    break;
  case 'salvage':
    say(port, { kind: 'salvaged', salvage: salvageFile(task.path) });
    port.close();
    break;
  case 'serve':
    port.once('message', () => serve(task, port));
}

function serve({ path, maxPages }: Extract<StoreTask, { task: 'serve' }>, to: MessagePort): void {
  const db = openDatabase(path, maxPages === undefined ? {} : { maxPages });
  const { tidy } = createTidying(path, db);
  // A process that ended between a deletion and its tidying leaves that to the next.
  tidy([]);
  const loop = createCommitLoop({
    db,
    reply: (replies) => say(to, { kind: 'replies', replies }),
    onErased: tidy,
    // The next thread looks the file over before it serves it.
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
        return;
      case 'open':
        throw new Error('the file is served already');
    }
  });
  say(to, { kind: 'serving' });
}

function say(to: MessagePort, message: FromStore): void {
  to.postMessage(message);
}
