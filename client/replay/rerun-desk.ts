import { hireWorker } from '../workers/hire-worker.ts';
import type { RerunReport, RerunRequest } from './rerun-messages.ts';

export type RerunProgress = RerunReport | { readonly kind: 'failed' };

/** Whoever works a session out again: tells how far it is, and can be sent home. */
export type RerunDesk = (request: RerunRequest, ontold: (progress: RerunProgress) => void) => () => void;

/** On a thread of its own. */
export const workerDesk: RerunDesk = (request, ontold) => {
  const worker = hireWorker('rerun');
  worker.addEventListener('message', ({ data }: MessageEvent<RerunReport>) => ontold(data));
  worker.addEventListener('error', () => ontold({ kind: 'failed' }));
  worker.postMessage(request);
  return () => worker.terminate();
};
