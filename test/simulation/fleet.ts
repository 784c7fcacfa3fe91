import type { Host } from './host.ts';
import type { Node } from './node.ts';
import type { Scheduler } from './scheduler.ts';

/** The servers of a world, each in a place of its own and started again when it ends; pages come through a proxy. */
export type Fleet = {
  readonly size: number;
  /** Those that run, whether they are ready, stopped or neither. */
  readonly nodes: () => readonly Node[];
  /** Where the proxy sends the next one: any that is ready, also one that has just been stopped. */
  readonly door: () => Node | null;
  /** Starts what does not run. */
  readonly start: () => void;
  /** Ends a process, and starts another in its place after a while. */
  readonly kill: (node: Node, downMs: number) => void;
  readonly isWhole: () => boolean;
};

export type FleetDeps = {
  readonly size: number;
  readonly scheduler: Scheduler;
  /** From 0 to 1. */
  readonly chance: () => number;
  readonly create: (place: number) => Node;
  /** Whether a server may try to start: on one file it is not tried while that fails. */
  readonly mayStart: () => boolean;
  readonly onkill: (host: Host) => void;
  readonly note: (who: string, what: string) => void;
};

const AGAIN_MS = 300;

export function createFleet({ size, scheduler, chance, create, mayStart, onkill, note }: FleetDeps): Fleet {
  const places: (Node | null)[] = Array.from({ length: size }, () => null);

  function start(place: number): void {
    if (places[place] !== null) return;
    if (!mayStart()) {
      scheduler.after(AGAIN_MS, () => start(place));
      return;
    }
    const node = create(place);
    places[place] = node;
    note(node.name, 'boots');
    node.boot().catch((error: unknown) => {
      note(node.name, `cannot start: ${String(error)}`);
      if (places[place] === node) kill(node, AGAIN_MS);
    });
  }

  function kill(node: Node, downMs: number): void {
    const place = places.indexOf(node);
    if (place < 0) return;
    note(node.name, 'is dead');
    places[place] = null;
    node.host.kill();
    onkill(node.host);
    scheduler.after(downMs, () => start(place));
  }

  const nodes = (): readonly Node[] => places.flatMap((node) => node ?? []);

  return {
    size,
    nodes,
    door: () => {
      const ready = nodes().filter((node) => node.isReady());
      return ready[Math.floor(chance() * ready.length)] ?? null;
    },
    start: () => places.forEach((_, place) => start(place)),
    kill,
    isWhole: () => places.every((node) => node?.isReady() === true && !node.host.isStopped()),
  };
}
