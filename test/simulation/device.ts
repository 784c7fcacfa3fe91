import { connect } from '../../client/link/connect.ts';
import type { Link, LinkOptions } from '../../client/link/link.ts';
import type { Page } from '../../client/link/page.ts';
import type { LinkRole } from '../../client/link/roles.ts';
import type { WakeEvents } from '../../client/link/wake.ts';
import type { Rng } from '../../shared/math/rng.ts';
import type { Air } from './air.ts';
import { createHost, type Host } from './host.ts';
import type { Scheduler } from './scheduler.ts';
import { dial, type Door, type Ear, type Wire } from './wire.ts';

/** A page on somebody's device: the real link, on simulated time and a simulated way to the server. */
export type Device<Role extends LinkRole> = {
  readonly name: string;
  readonly link: Link<Role>;
  readonly host: Host;
  readonly wires: () => readonly Wire[];
  /** When something last came from the server, by the simulation's clock. */
  readonly heardMs: () => number;
  /** The pocket closes over it: no timer runs, and nothing is read. Some devices' clocks stop too. */
  readonly sleep: (clockStops: boolean) => void;
  readonly wake: () => void;
  /** The page goes: as a reload, or a closed tab, of which some are told and some are not. */
  readonly close: (isTold: boolean) => void;
};

export type DeviceDeps = {
  readonly scheduler: Scheduler;
  readonly rng: Rng;
  readonly air: Air;
  readonly name: string;
  readonly newInstance: () => string;
  readonly newWireId: () => string;
  readonly door: () => Door | null;
  readonly ear: Ear;
  readonly note: (what: string) => void;
};

/** As `client/link/wake.ts` has them. */
const LOOK_EVERY_MS = 500;
const JUMP_MS = 5_000;

export function openDevice<Role extends LinkRole>(
  options: Omit<LinkOptions<Role>, 'onchange'>,
  deps: DeviceDeps,
): Device<Role> {
  const { scheduler, rng, air } = deps;
  const ear: Ear = {
    ...deps.ear,
    told: (name, body) => {
      heardMs = scheduler.nowMs();
      deps.ear.told(name, body);
    },
  };
  const host = createHost(scheduler);
  let wires: readonly Wire[] = [];
  let watcher: WakeEvents | null = null;
  let heardMs = -Infinity;
  let stoodStillMs = 0;
  let asleep: { readonly sinceMs: number; readonly clockStops: boolean } | null = null;

  const nowMs = (): number => 5_000 + scheduler.nowMs() - stoodStillMs;

  const page: Page = {
    openLine: (role, greeting, attempt, events) => {
      const id = deps.newWireId();
      deps.note(`dials, ${id}`);
      const dialled = dial<typeof role>({
        id,
        page: host,
        air,
        door: deps.door(),
        greeting,
        attempt,
        events,
        ear,
      });
      if (dialled.wire !== null) wires = [...wires.filter((wire) => !wire.isOver()), dialled.wire];
      return dialled.line;
    },
    nowMs,
    after: host.after,
    chance: rng.next,
    newInstance: deps.newInstance,
    watch: (events) => {
      watcher = events;
      let lookedMs = nowMs();
      let isOver = false;
      const look = (): void => {
        if (isOver) return;
        const slept = nowMs() - lookedMs > JUMP_MS;
        lookedMs = nowMs();
        if (slept) events.onwake();
        events.onlook(nowMs());
        host.after(LOOK_EVERY_MS, look);
      };
      host.after(LOOK_EVERY_MS, look);
      return () => {
        isOver = true;
        watcher = null;
      };
    },
  };

  const link = connect<Role>({ ...options, onchange: () => undefined }, page);

  return {
    name: deps.name,
    link,
    host,
    wires: () => wires,
    heardMs: () => heardMs,
    sleep: (clockStops) => {
      if (asleep !== null) return;
      watcher?.onsleep();
      asleep = { sinceMs: scheduler.nowMs(), clockStops };
      host.stop();
    },
    wake: () => {
      if (asleep === null) return;
      if (asleep.clockStops) stoodStillMs += scheduler.nowMs() - asleep.sinceMs;
      asleep = null;
      host.goOn();
      host.run(() => watcher?.onwake());
    },
    close: (isTold) => {
      if (isTold) link.close();
      for (const wire of wires) wire.cut('server');
      host.kill();
    },
  };
}
