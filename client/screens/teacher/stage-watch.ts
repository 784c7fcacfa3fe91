/** How long this device has watched a stage: the server's clock counts phases, not minutes of a lesson. */
export type StageWatch = { readonly key: string; readonly sinceMs: number };

const MINUTE_MS = 60_000;

/** The watch of the running stage: a new one starts with every stage entered. */
export function watchStage(before: StageWatch | null, key: string, nowMs: number): StageWatch {
  return before?.key === key ? before : { key, sinceMs: nowMs };
}

export function minutesOn(watch: StageWatch | null, nowMs: number): number {
  return watch === null ? 0 : Math.floor((nowMs - watch.sinceMs) / MINUTE_MS);
}
