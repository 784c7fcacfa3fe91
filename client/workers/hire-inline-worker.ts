// oxlint-disable-next-line import/default -- the bundler answers this import, with the built worker itself
import FiguresWorker from '../figures/figures.worker.ts?worker&inline';
// oxlint-disable-next-line import/default -- as above
import RerunWorker from '../replay/rerun.worker.ts?worker&inline';
import type { WorkerName } from './hire-worker.ts';

const WORKERS: Readonly<Record<WorkerName, new () => Worker>> = {
  figures: FiguresWorker,
  rerun: RerunWorker,
};

/** Starts a worker that the page has inside it: a file on a disk may load no other. */
export function hireWorker(name: WorkerName): Worker {
  return new WORKERS[name]();
}
