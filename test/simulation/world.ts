import { pino } from 'pino';
import type { LinkRole } from '../../client/link/roles.ts';
import { isAsked, replaces } from '../../client/state/student-session.ts';
import type { NameDealer } from '../../server/room/names.ts';
import { hashToken } from '../../server/auth/tokens.ts';
import { createRng, seedFrom, type Rng } from '../../shared/math/rng.ts';
import { sessionId } from '../../shared/session/ids.ts';
import { openSession } from '../../shared/session/open-session.ts';
import { createAir, type Air } from './air.ts';
import { Broken } from './broken.ts';
import { openDevice, type Device } from './device.ts';
import { createDisk } from './disk.ts';
import { createFleet, type Fleet } from './fleet.ts';
import { SETUPS } from './lessons.ts';
import { createNode, type Node, type NodeMischief } from './node.ts';
import { createNodeNet, type NodeNet } from './node-network.ts';
import { createOracle, type Oracle } from './oracle.ts';
import { createRedis } from './redis/redis.ts';
import { createScheduler, type Scheduler } from './scheduler.ts';
import type { Durable, DurableMischief } from './store/durable.ts';
import type { Trace } from './trace.ts';

export type Mischief = DurableMischief & NodeMischief;

/** One page, whoever looks at it. */
export type Person<Role extends LinkRole = LinkRole> = {
  readonly role: Role;
  readonly seat: number | null;
  readonly token: string;
  readonly air: Air;
  readonly storage: Map<string, string>;
  device: Device<Role>;
};

/** A class with its servers, their store and its people, in one process and in nobody's time. */
export type World = {
  readonly seed: number;
  readonly scheduler: Scheduler;
  readonly trace: Trace;
  readonly store: Durable;
  /** Whether the store is a Redis that several servers may share. */
  readonly isShared: boolean;
  readonly oracle: Oracle;
  readonly chance: (concern: string) => Rng;
  readonly fleet: Fleet;
  /** The lines between servers. */
  readonly between: NodeNet;
  /** The server that plays the class, if one does. */
  readonly owner: () => Node | null;
  readonly jumpWall: (ms: number) => void;
  readonly people: Person[];
  readonly open: <Role extends LinkRole>(who: Omit<Person<Role>, 'device'>, name: string) => Person<Role>;
  readonly code: string;
};

export const SESSION = sessionId('simulated-class-000001');
const ALPHABET = '23456789CDFHJKMNPQRTVWXY';
const STARTED_MS = Date.UTC(2026, 8, 1, 9);

/** Of two worlds one has a server of its own, and one a Redis that two or three share, or one has to itself. */
function serversOf(seed: number): number | null {
  return seed % 2 === 1 ? null : ([2, 3, 2, 1][(seed / 2) % 4] ?? 2);
}

export function playsOnSeveral(seed: number): boolean {
  return (serversOf(seed) ?? 1) > 1;
}

export async function createWorld(seed: number, trace: Trace, mischief: Mischief): Promise<World> {
  const chance = (concern: string): Rng => createRng(seedFrom('simulation', seed, concern));
  const scheduler = createScheduler(chance('order'));
  trace.use(scheduler);
  const shared = serversOf(seed);
  const store = (shared === null ? createDisk : createRedis)(scheduler, chance('store'), mischief);
  const between = createNodeNet(scheduler, chance('between'));
  const oracle = createOracle(() => store.lines(SESSION));
  const people: Person[] = [];
  let wallJumpMs = 0;
  let names = 0;
  let codes = 0;
  let pages = 0;
  let wires = 0;
  let started = 0;

  const dealer: NameDealer = { deal: () => `Nutria ${(names += 1)}`, clean: (typed) => typed };
  const newCode = (): string => {
    codes += 1;
    return Array.from({ length: 6 }, (_, place) => ALPHABET[Math.floor(codes / 24 ** place) % 24]).join('');
  };
  const log = pino(
    { level: 'error' },
    {
      write: (line) => {
        bug ??= line;
      },
    },
  );
  let bug: string | null = null;

  const timing = chance('cluster');
  const proxy = chance('proxy');
  const fleet = createFleet({
    size: shared ?? 1,
    scheduler,
    chance: proxy.next,
    create: (place) => {
      started += 1;
      const name = shared === null ? 'server' : `server ${'ABC'[place] ?? ''}${started}`;
      return createNode({
        name,
        scheduler,
        mount: store.mount,
        networkOf: between.networkOf,
        chance: timing.next,
        names: dealer,
        newCode,
        log,
        wallMs: () => STARTED_MS + scheduler.nowMs() + wallJumpMs,
        mischief,
        note: (what) => trace.note(name, what),
      });
    },
    mayStart: () => shared !== null || store.health() === 'well' || store.health() === 'slow',
    onkill: (host) => {
      between.died(host);
      for (const { device } of people)
        for (const wire of device.wires()) if (wire.door.host === host && !wire.isOver()) wire.cut('client');
    },
    note: trace.note,
  });

  async function openClass(): Promise<string> {
    const setup = SETUPS[seed % SETUPS.length]?.();
    if (setup === undefined) throw new Error('there should be a lesson for every seed');
    scheduler.after(0, fleet.start);
    while (!fleet.isWhole() && (await scheduler.step()));
    const first = fleet.door();
    if (first === null) throw new Error('a server should stand while nothing is wrong');
    const { rooms, catalogue } = first;
    const code = newCode();
    const done = (async () => {
      await catalogue.takeCode(code, SESSION, STARTED_MS);
      const room = await rooms.begin(SESSION, openSession({ ...setup, seed }, code));
      await catalogue.addToken(hashToken('teacher-token'), { role: 'teacher', session: SESSION });
      await catalogue.addToken(hashToken('screen-token'), { role: 'screen', session: SESSION });
      await catalogue.addSession({ id: SESSION, lesson: 'line', language: 'es', createdAtMs: STARTED_MS });
      rooms.admit(room);
    })();
    await until(scheduler, done);
    return code;
  }

  const code = await openClass();
  oracle.afterStep([]);

  return {
    seed,
    scheduler: {
      ...scheduler,
      step: async () => {
        const went = await scheduler.step();
        if (bug !== null) throw new Broken('e', `the server hit a bug: ${bug}`);
        oracle.afterStep(fleet.nodes());
        for (const { device } of people) oracle.shown(device.name, device.link.state().picture);
        return went;
      },
    },
    trace,
    store,
    isShared: shared !== null,
    oracle,
    chance,
    fleet,
    between,
    owner: () => fleet.nodes().find(({ rooms }) => rooms.find(SESSION) !== undefined) ?? null,
    jumpWall: (ms) => {
      wallJumpMs += ms;
    },
    people,
    code,
    open: (who, name) => {
      const storage = who.role === 'screen' ? null : tabStorage(who.storage);
      const instance = (): string => device.link.state().outbox.instance;
      const device: Device<typeof who.role> = openDevice(
        {
          role: who.role,
          code,
          token: who.token,
          storage,
          onrefused: () => undefined,
          ...(who.role === 'student' ? { replaces: replaces as never, isAsked: isAsked as never } : {}), // the role is a student's
        },
        {
          scheduler,
          rng: chance(`page ${name}`),
          air: who.air,
          name,
          newInstance: () => `page-${String((pages += 1)).padStart(6, '0')}`,
          newWireId: () => `wire-${(wires += 1)}`,
          door: fleet.door,
          note: (what) => trace.note(name, what),
          ear: trace.overhear(name, oracle.earOf({ name, seat: who.seat, instance })),
        },
      );
      const person = { ...who, device };
      people.push(person as unknown as Person); // one list of all roles
      return person;
    },
  };
}

/** The seat a page holds: another than the one it joined as, where the teacher has given that back. */
export function seatNow({ oracle }: Pick<World, 'oracle'>, { seat }: Pick<Person, 'seat'>): number | null {
  return seat === null ? null : oracle.seatNow(seat);
}

export function newAir(world: Pick<World, 'scheduler' | 'chance'>, name: string): Air {
  return createAir(world.scheduler, world.chance(`air ${name}`));
}

/** Runs the world until something that waits in it is done. */
export async function until<T>(scheduler: Pick<Scheduler, 'step'>, waiting: Promise<T>): Promise<T> {
  let isDone = false;
  const watched = waiting.finally(() => {
    isDone = true;
  });
  watched.catch(() => undefined);
  while (!isDone && (await scheduler.step()));
  return watched;
}

function tabStorage(kept: Map<string, string>): Pick<Storage, 'getItem' | 'setItem'> {
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}
