import type { Rng } from '../../shared/math/rng.ts';
import type { Health } from './store/ailing.ts';
import type { Node } from './node.ts';
import type { People } from './people.ts';
import { FAIR_AIR } from './air.ts';
import { FAIR_LINES } from './node-network.ts';
import type { Person, World } from './world.ts';

/** What goes wrong in this run, and what mends it again. */
export type Chaos = {
  readonly begin: () => void;
  /** Nothing is wrong from now on. */
  readonly mend: () => void;
};

type Fault = (rng: Rng) => void;

const SECOND = 1_000;

/** Each run draws which faults it knows: what never happens together hides nothing, and what always does hides much. */
export function createChaos(world: World, people: People): Chaos {
  const { scheduler, store, fleet, between, trace } = world;
  const rng = world.chance('chaos');
  const isShared = world.isShared;
  let isOn = false;

  const someone = (): Person | undefined => world.people[rng.below(world.people.length)];
  const later = (ms: number, task: () => void): void => void scheduler.after(ms, task);

  /** Rather the one that plays the class than another. */
  function someServer(): Node | undefined {
    const nodes = fleet.nodes();
    const owner = world.owner();
    return owner !== null && rng.next() < 0.7 ? owner : nodes[rng.below(nodes.length)];
  }

  function condition(person: Person, what: string, bad: Partial<typeof FAIR_AIR>, ms: number): void {
    trace.note(person.device.name, `${what} for ${ms} ms`);
    person.air.change(bad);
    later(ms, () => {
      if (!isOn) return;
      trace.note(person.device.name, `${what} no more`);
      if (bad.hole === true && rng.next() < 0.4) cut(person);
      person.air.change(FAIR_AIR);
    });
  }

  function cut(person: Person): void {
    const who = (['both', 'client', 'server'] as const)[rng.below(3)] ?? 'both';
    for (const wire of person.device.wires()) if (!wire.isOver()) wire.cut(who);
    trace.note(person.device.name, `connection cut, noticed by ${who}`);
  }

  function spoil(health: Health, ms: number): void {
    const isStarting = fleet.nodes().some((node) => !node.isReady());
    if (store.health() !== 'well' || (isStarting && !isShared)) return;
    trace.note('store', `${health} for ${ms} ms`);
    store.suffer(health);
    later(ms, () => {
      if (store.health() !== health) return;
      trace.note('store', 'well');
      store.suffer('well');
    });
  }

  function betweenServers(what: string, bad: Parameters<typeof between.change>[0], ms: number): void {
    trace.note('lines', `${what} for ${ms} ms`);
    between.change(bad);
    later(ms, () => between.change(FAIR_LINES));
  }

  const everyFault: Readonly<Record<string, Fault>> = {
    cut: () => {
      const person = someone();
      if (person !== undefined) cut(person);
    },
    accessPoint: () => {
      for (const person of world.people) cut(person);
    },
    hole: () => {
      const person = someone();
      if (person !== undefined) condition(person, 'in a hole', { hole: true }, 300 + rng.below(12 * SECOND));
    },
    clog: () => {
      const person = someone();
      if (person !== undefined) condition(person, 'clogged', { clogged: true }, 300 + rng.below(13 * SECOND));
    },
    slowAir: () => {
      const person = someone();
      const slow = { leastMs: 150, spreadMs: 500 };
      if (person !== undefined) condition(person, 'far away', slow, 5 * SECOND);
    },
    sleep: () => {
      const person = someone();
      if (person === undefined || person.device.host.isStopped()) return;
      const ms = SECOND + rng.below(20 * SECOND);
      const clockStops = rng.next() < 0.3;
      trace.note(person.device.name, `sleeps for ${ms} ms${clockStops ? ', and its clock' : ''}`);
      person.device.sleep(clockStops);
      if (rng.next() < 0.5) cut(person);
      later(ms, () => person.device.wake());
    },
    reload: () => {
      const person = someone();
      if (person !== undefined && !person.device.host.isStopped())
        people.reload(person, rng.next() < 0.7 ? 'told' : 'untold');
    },
    copy: () => {
      const person = someone();
      if (person !== undefined && !person.device.host.isStopped() && world.people.length < 16)
        people.reload(person, 'copied');
    },
    lostKey: () => {
      const person = someone();
      if (person?.role === 'student' && !person.device.host.isStopped()) people.loseKey(person);
    },
    join: () => {
      if (world.oracle.state().seats.size < 12) people.join();
    },
    slowDisk: () => spoil('slow', 500 + rng.below(5 * SECOND)),
    fullDisk: () => spoil('full', 300 + rng.below(3 * SECOND)),
    brokenDisk: () => spoil('broken', 300 + rng.below(3 * SECOND)),
    stuckDisk: () => spoil('stuck', 300 + rng.below(5 * SECOND)),
    kill: () => {
      const node = someServer();
      if (node !== undefined) fleet.kill(node, 50 + rng.below(4 * SECOND));
    },
    terminate: () => {
      const node = someServer();
      if (node?.isReady() !== true) return;
      trace.note(node.name, 'is asked to end');
      void node.close().finally(() => later(20, () => fleet.kill(node, 100)));
      later(4 * SECOND, () => fleet.kill(node, 100));
    },
    stall: () => {
      const node = someServer();
      if (node === undefined) return;
      const ms = 200 + rng.below(8 * SECOND);
      trace.note(node.name, `stands still for ${ms} ms`);
      node.host.stop();
      later(ms, () => node.host.goOn());
    },
    storeAway: () => (isShared ? spoil('away', 100 + rng.below(4 * SECOND)) : undefined),
    linesCut: () => {
      trace.note('lines', 'break');
      between.cut();
    },
    linesSlow: () => betweenServers('slow', { leastMs: 50, spreadMs: 400 }, 4 * SECOND),
    linesInAHole: () => betweenServers('in a hole', { hole: true }, 300 + rng.below(8 * SECOND)),
    calendar: () => {
      world.jumpWall((rng.next() - 0.5) * 7_200 * SECOND);
    },
  };

  const drawn = Object.keys(everyFault).filter(() => rng.next() < 0.45);
  // What makes a class move is what several servers are for.
  const known = fleet.size > 1 ? [...drawn, 'stall', 'stall', 'kill', 'terminate'] : drawn;
  const everyMs = 300 + rng.below(2_000);

  function strike(): void {
    if (!isOn) return;
    const name = known[rng.below(known.length)];
    if (name !== undefined) everyFault[name]?.(rng);
    later(everyMs * (0.3 + 1.4 * rng.next()), strike);
  }

  return {
    begin: () => {
      isOn = true;
      later(everyMs, strike);
    },
    mend: () => {
      isOn = false;
      trace.note('chaos', 'mends everything');
      store.suffer('well');
      between.change(FAIR_LINES);
      for (const node of fleet.nodes()) node.host.goOn();
      for (const { air, device } of world.people) {
        air.change(FAIR_AIR);
        device.wake();
      }
    },
  };
}
