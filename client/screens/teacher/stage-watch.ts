import type { TeacherView } from '../../../shared/projection/views.ts';

/** How long this device has watched a stage: the server's clock counts phases, not minutes of a lesson. */
export type StageWatch = { readonly key: string; readonly sinceMs: number };

/** What the minutes of the running stage are counted under. The machine's stage is begun again for every rate, and is one all the while. */
export function watchKey({ stage, curve }: Pick<TeacherView, 'stage' | 'curve'>): string {
  const begun = stage?.kind === 'autopilot' ? 0 : curve.filter(({ kind }) => kind === 'start').length;
  return `${stage?.index} ${begun}`;
}

const MINUTE_MS = 60_000;

/** The watch of the running stage: a new one starts with every stage entered. */
export function watchStage(before: StageWatch | null, key: string, nowMs: number): StageWatch {
  return before?.key === key ? before : { key, sinceMs: nowMs };
}

export function minutesOn(watch: StageWatch | null, nowMs: number): number {
  return watch === null ? 0 : Math.floor((nowMs - watch.sinceMs) / MINUTE_MS);
}
