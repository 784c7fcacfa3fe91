import type { Rng } from '../../shared/math/rng.ts';
import type { Scheduler } from './scheduler.ts';

export type Condition = {
  readonly leastMs: number;
  readonly spreadMs: number;
  /** Nothing gets through, and nobody is told. */
  readonly hole: boolean;
  /** The device takes nothing in: what is sent to it waits on the server. */
  readonly clogged: boolean;
};

/** What lies between one device and the server. */
export type Air = {
  readonly condition: () => Condition;
  readonly change: (changed: Partial<Condition>) => void;
  /** Called after every change, until it is taken back. */
  readonly onchange: (listen: () => void) => () => void;
  /** One way of sending: in order, never twice, and as late as this air makes it. */
  readonly openLane: () => Lane;
};

export type Lane = { readonly send: (deliver: () => void) => void; readonly close: () => void };

export const FAIR_AIR: Condition = { leastMs: 2, spreadMs: 20, hole: false, clogged: false };

export function createAir(scheduler: Scheduler, rng: Rng): Air {
  let condition = FAIR_AIR;
  const listeners = new Set<() => void>();
  const onchange: Air['onchange'] = (listen) => {
    listeners.add(listen);
    return () => listeners.delete(listen);
  };

  function openLane(): Lane {
    const waiting: (() => void)[] = [];
    let arrived = 0;
    let lastMs = 0;
    let isClosed = false;
    const pump = (): void => {
      for (; arrived > 0 && !condition.hole; arrived--) waiting.shift()?.();
    };
    const ignore = onchange(pump);
    return {
      send: (deliver) => {
        if (isClosed) return;
        waiting.push(deliver);
        const flightMs = condition.leastMs + rng.below(condition.spreadMs);
        lastMs = Math.max(lastMs + 1, scheduler.nowMs() + flightMs);
        scheduler.after(lastMs - scheduler.nowMs(), () => {
          arrived += 1;
          pump();
        });
      },
      close: () => {
        ignore();
        isClosed = true;
        waiting.length = 0;
      },
    };
  }

  return {
    condition: () => condition,
    change: (changed) => {
      condition = { ...condition, ...changed };
      // A copy: who listens may take that back.
      Array.from(listeners).forEach((listen) => listen());
    },
    onchange,
    openLane,
  };
}
