import { openRecording } from '../../shared/recording/recording.ts';
import { rerun } from '../../shared/recording/rerun.ts';
import type { RerunReport, RerunRequest } from './rerun-messages.ts';

/** Between two words about how far it is. */
const REPORT_EVERY_MS = 80;

/** Works a session out again, and says how far it is; the curve comes last. */
export function runRerun({ bytes, change }: RerunRequest, report: (report: RerunReport) => void): void {
  const { header, events } = openRecording(bytes);
  const running = rerun(events(1, header.events), change);
  let reportedMs = performance.now();
  for (let step = running.next(); ; step = running.next()) {
    if (step.done === true) {
      report({ kind: 'done', timeline: step.value });
      return;
    }
    const nowMs = performance.now();
    if (nowMs - reportedMs < REPORT_EVERY_MS) continue;
    reportedMs = nowMs;
    report({ kind: 'running', share: step.value / header.events });
  }
}
