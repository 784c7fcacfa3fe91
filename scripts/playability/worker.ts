import { parentPort } from 'node:worker_threads';
import { playRow, type RowPlan } from './row.ts';

/** A thread that plays the rows it is handed, one after another. */
parentPort?.on('message', (plan: RowPlan) => parentPort?.postMessage(playRow(plan)));
