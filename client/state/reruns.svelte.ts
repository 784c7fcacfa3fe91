import type { RerunChange } from '../../shared/recording/rerun-facts.ts';
import type { RerunDesk, RerunProgress } from '../replay/rerun-desk.ts';

/** The session worked out again with something changed, or on the way there. */
export type Rerun = { readonly id: number; readonly change: RerunChange; readonly progress: RerunProgress };

export type Reruns = {
  readonly all: readonly Rerun[];
  /** Starts one. The same change twice is one. */
  readonly start: (change: RerunChange) => void;
  /** Takes one away; if it is still being worked out, that stops. */
  readonly remove: (id: number) => void;
  readonly close: () => void;
};

export function createReruns(bytes: Uint8Array<ArrayBuffer>, hire: RerunDesk): Reruns {
  let all = $state.raw<readonly Rerun[]>([]);
  const dismissals = new Map<number, () => void>();
  let nextId = 1;

  function told(id: number, progress: RerunProgress): void {
    all = all.map((rerun) => (rerun.id === id ? { ...rerun, progress } : rerun));
    if (progress.kind !== 'running') dismiss(id);
  }

  function dismiss(id: number): void {
    dismissals.get(id)?.();
    dismissals.delete(id);
  }

  return {
    get all() {
      return all;
    },
    start: (change) => {
      if (all.some((rerun) => sameChange(rerun.change, change))) return;
      const id = nextId++;
      all = [...all, { id, change, progress: { kind: 'running', share: 0 } }];
      dismissals.set(
        id,
        hire({ bytes, change }, (progress) => told(id, progress)),
      );
    },
    remove: (id) => {
      dismiss(id);
      all = all.filter((rerun) => rerun.id !== id);
    },
    close: () => [...dismissals.keys()].forEach(dismiss),
  };
}

function sameChange(one: RerunChange, other: RerunChange): boolean {
  if (one.kind === 'gradient') return other.kind === 'gradient';
  return other.kind === 'without-seat' && other.seat === one.seat;
}
