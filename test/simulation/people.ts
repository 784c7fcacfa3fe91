import type { WantedName } from '../../server/http/hall.ts';
import type { LinkRole } from '../../client/link/roles.ts';
import type { Rng } from '../../shared/math/rng.ts';
import { seatNumber } from '../../shared/session/ids.ts';
import type { Device } from './device.ts';
import { studentsWish, type Temper } from './student.ts';
import { teachersWish } from './teacher.ts';
import { newAir, seatNow, SESSION, type Person, type World } from './world.ts';

/** Whoever plays, as long as they are let. */
export type People = {
  readonly join: () => void;
  /** Somebody's page goes and comes back; `copied` leaves the first one open beside it. */
  readonly reload: (person: Person, how: 'told' | 'untold' | 'copied') => void;
  /** A device loses its key: its student comes to the door, says who they were, and has what the teacher says. */
  readonly loseKey: (person: Person) => void;
  readonly rest: () => void;
  readonly goOn: () => void;
};

const THINKS_MS = 400;
/** All of a school come from one address. */
const SCHOOL = '192.0.2.7';

export function createPeople(world: World): People {
  const rng = world.chance('people');
  let isResting = false;
  let joined = 0;
  let opened = 0;

  function enter<Role extends LinkRole>(role: Role, seat: number | null, token: string): Person<Role> {
    const name = seat === null ? role : `student ${seat}`;
    const air = newAir(world, name);
    const person = world.open({ role, seat, token, air, storage: new Map() }, name);
    live(person as unknown as Person); // every role lives the same way
    return person;
  }

  function live(person: Person): void {
    const { device } = person;
    const temper: Temper = { eager: 0.3 + 0.7 * rng.next(), naughty: rng.next() < 0.2 ? 0.3 : 0 };
    const pace = THINKS_MS * (1 + 3 * rng.next());
    const think = (): void => {
      if (!isResting) act(person, rng, temper);
      device.host.after(pace * (0.5 + rng.next()), think);
    };
    device.host.after(pace * rng.next(), think);
  }

  /** Whoever was let go asks to be let in again, sooner or later. */
  function act({ role, device }: Person, chance: Rng, temper: Temper): void {
    const { status } = device.link.state();
    if (status.kind === 'gone') {
      if (chance.next() < 0.05) device.link.retry();
      return;
    }
    if (role === 'student') {
      const own = device as Device<'student'>; // as its role says
      const wish = studentsWish(own, chance, temper);
      if (wish !== null) own.link.send(wish);
    }
    if (role === 'teacher') {
      const own = device as Device<'teacher'>; // as its role says
      const wish = teachersWish(own, chance);
      if (wish === null) return;
      own.link.send(wish);
      if (chance.next() < 0.1) own.link.send(wish);
    }
  }

  /** At the door, over HTTP: an answer that is lost leaves a seat that nobody holds. */
  async function join(name: WantedName = { kind: 'any' }): Promise<void> {
    joined += 1;
    const node = world.fleet.door();
    const { code } = world.oracle.state();
    if (node === null || node.host.isStopped()) return;
    world.trace.note('newcomer', `${joined} knocks${name.kind === 'was' ? `, was ${name.name}` : ''}`);
    const taken = await node.hall().takeSeat(code, name, 'es', SCHOOL);
    world.trace.note('newcomer', taken.ok ? `has seat ${taken.value.seat}` : taken.error);
    if (!taken.ok) return;
    const { seat, token } = taken.value;
    world.scheduler.after(5 + rng.below(40), () => enter('student', seat, token));
  }

  enter('teacher', null, 'teacher-token');
  enter('screen', null, 'screen-token');

  return {
    join: () => void join(),
    reload: (person, how) => {
      opened += 1;
      world.trace.note(person.device.name, `opens again, ${how}`);
      const storage = how === 'copied' ? new Map(person.storage) : person.storage;
      if (how !== 'copied') {
        person.device.close(how === 'told');
        world.people.splice(world.people.indexOf(person), 1);
      }
      const name = `${person.role} ${person.seat ?? ''}${'abcdefghij'[opened % 10]}`;
      live(world.open({ ...person, storage }, name));
    },
    loseKey: (person) => {
      const known = world.store.roster(SESSION).names.get(seatNumber(seatNow(world, person) ?? 0));
      if (known === undefined) return;
      world.trace.note(person.device.name, 'has lost its key');
      person.device.close(true);
      world.people.splice(world.people.indexOf(person), 1);
      world.scheduler.after(500 + rng.below(1_000), () => void join({ kind: 'was', name: known.name }));
    },
    rest: () => {
      isResting = true;
      for (const { role, device } of world.people) {
        if (role === 'teacher') (device as Device<'teacher'>).link.send({ kind: 'pause' }); // as its role says
      }
    },
    goOn: () => {
      isResting = false;
    },
  };
}
