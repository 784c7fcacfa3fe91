import type { RerunRequest } from './rerun-messages.ts';
import { runRerun } from './run-rerun.ts';

/** A thread of its own: minutes of a class are seconds of arithmetic, and the page must go on meanwhile. */
self.addEventListener('message', ({ data }: MessageEvent<RerunRequest>): void => {
  runRerun(data, (report) => self.postMessage(report));
});
