import { parentPort } from 'node:worker_threads';
import { measure, type RowPlan } from './row.ts';

/** A thread that plays the classes it is handed, one after another. */
parentPort?.on('message', (plan: RowPlan) => parentPort?.postMessage(measure(plan)));
