import type { Scheduler } from './scheduler.ts';
import type { Ear } from './wire.ts';

/** What happened, for a person to read: kept only where somebody asked for it, the latest of it. */
export type Trace = {
  readonly use: (scheduler: Scheduler) => void;
  readonly note: (who: string, what: string) => void;
  /** Writes down what a page sends and is told, and passes it on. */
  readonly overhear: (page: string, ear: Ear) => Ear;
  readonly lines: () => readonly string[];
};

const KEPT = 4_000;

export const NO_TRACE: Trace = {
  use: () => undefined,
  note: () => undefined,
  overhear: (_, ear) => ear,
  lines: () => [],
};

export function createTrace(): Trace {
  const lines: string[] = [];
  let scheduler: Scheduler | null = null;

  function note(who: string, what: string): void {
    const at = scheduler === null ? '' : `${(scheduler.nowMs() / 1_000).toFixed(3).padStart(8)} s `;
    lines.push(`${at}${who.padEnd(12)} ${what}`);
    if (lines.length > 2 * KEPT) lines.splice(0, KEPT);
  }

  return {
    use: (used) => {
      scheduler = used;
    },
    note,
    overhear: (page, ear) => ({
      sent: (up) => {
        note(page, `→ ${up.seq} ${JSON.stringify(up.intent)}`);
        ear.sent(up);
      },
      answered: (up, answer) => {
        note(page, `← ${up.seq} ${JSON.stringify(answer)}`);
        ear.answered(up, answer);
      },
      told: (name, body) => {
        note(page, `← ${name} ${summaryOf(body)}`);
        ear.told(name, body);
      },
    }),
    lines: () => lines.slice(-KEPT),
  };
}

/** As much of a message as tells which it was. */
function summaryOf(body: unknown): string {
  const { epoch, from, version, reason, changed } = body as Record<string, unknown>; // every message is a record
  const sections = typeof changed === 'object' && changed !== null ? Object.keys(changed) : undefined;
  return JSON.stringify({ epoch, from, version, reason, sections });
}
