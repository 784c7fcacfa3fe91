import type { Scheduler } from './scheduler.ts';

/** A process or a page: what reaches it waits while it is stopped, and is lost once it is dead. */
export type Host = {
  readonly isAlive: () => boolean;
  readonly isStopped: () => boolean;
  readonly run: (task: () => void) => void;
  readonly after: (ms: number, task: () => void) => () => void;
  /** As SIGSTOP does to a process, or a pocket to a phone. */
  readonly stop: () => void;
  readonly goOn: () => void;
  readonly kill: () => void;
};

export function createHost(scheduler: Scheduler): Host {
  let life: 'running' | 'stopped' | 'dead' = 'running';
  const held: (() => void)[] = [];

  function run(task: () => void): void {
    if (life === 'dead') return;
    if (life === 'stopped' || held.length > 0) held.push(task);
    else task();
  }

  /** One after the other, each with all that follows from it, as an event loop does. */
  function catchUp(): void {
    if (life !== 'running') return;
    held.shift()?.();
    if (held.length > 0) scheduler.after(0, catchUp);
  }

  return {
    isAlive: () => life !== 'dead',
    isStopped: () => life === 'stopped',
    run,
    after: (ms, task) => scheduler.after(ms, () => run(task)),
    stop: () => {
      if (life === 'running') life = 'stopped';
    },
    goOn: () => {
      if (life !== 'stopped') return;
      life = 'running';
      if (held.length > 0) scheduler.after(0, catchUp);
    },
    kill: () => {
      life = 'dead';
      held.length = 0;
    },
  };
}
