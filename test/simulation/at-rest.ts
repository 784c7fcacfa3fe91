import { screenView } from '../../shared/projection/screen-view.ts';
import { sameContent } from '../../shared/projection/same-content.ts';
import { seatView } from '../../shared/projection/seat-view.ts';
import { studentView } from '../../shared/projection/student-view.ts';
import { teacherView } from '../../shared/projection/teacher-view.ts';
import { seatNumber } from '../../shared/session/ids.ts';
import type { Seat, SessionState } from '../../shared/session/state.ts';
import { ROOM_LIMITS } from '../../server/room/room-limits.ts';
import { Broken } from './broken.ts';
import { seatNow, SESSION, type Person, type World } from './world.ts';

/** How long nothing may be filed before everybody has been told of everything. */
const STILL_MS = 700;
/** Longest that a class may need to come to rest once nothing is wrong any more. */
const PATIENCE_MS = 45_000;

/** Lets a healthy class come to rest, and holds everybody's picture against the journal. */
export async function restAndCompare(world: World): Promise<void> {
  const { scheduler } = world;
  const untilMs = scheduler.nowMs() + PATIENCE_MS;
  let filed = world.oracle.version();
  let sinceMs = scheduler.nowMs();
  for (;;) {
    if (world.oracle.version() !== filed || whyNotAtRest(world) !== null) {
      filed = world.oracle.version();
      sinceMs = scheduler.nowMs();
    }
    if (scheduler.nowMs() - sinceMs >= STILL_MS && isHeardSince(world, sinceMs)) break;
    if (scheduler.nowMs() > untilMs) {
      const why = whyNotAtRest(world) ?? 'facts are filed without end';
      throw new Broken('e', `${PATIENCE_MS} ms after everything was mended: ${why}`);
    }
    await scheduler.step();
  }
  world.trace.note('oracle', 'compares');
  compare(world);
}

function whyNotAtRest(world: World): string | null {
  const { people, fleet, store, isShared } = world;
  if (!isShared && !store.isIdle()) return 'the store works';
  if (!fleet.isWhole()) return 'a server is not ready';
  const owners = fleet.nodes().filter(({ rooms }) => rooms.find(SESSION) !== undefined);
  if (owners.length !== 1) return `${owners.length} servers play the class`;
  const unanswered = fleet.nodes().reduce((sum, node) => sum + node.unanswered(), 0);
  if (unanswered > 0) return `${unanswered} intents are not answered`;
  for (const { device } of people) {
    const { status, outbox, picture } = device.link.state();
    if (status.kind === 'gone') continue;
    if (status.kind !== 'live') return `${device.name} is ${status.kind}`;
    // Half a connection looks alive for some seconds.
    if (device.wires().at(-1)?.server.isOpen() !== true) return `${device.name} is not heard`;
    // Nor does a server notice at once that the one it spoke to is gone.
    if (picture !== null && picture.epoch !== owners[0]?.rooms.find(SESSION)?.epoch)
      return `${device.name} is in another epoch`;
    if (outbox.pending.length > 0) return `${device.name} waits for ${JSON.stringify(outbox.pending[0])}`;
  }
  // Whoever went with a line that nobody closed, or with a server, is missed when the silence has lasted.
  const gone = seated(world).find(({ isHere, presence }) => !isHere && presence === 'present');
  return gone === undefined ? null : `seat ${gone.seat} is not there, and noted as present`;
}

/** Over several servers a page may be quiet because its own has lost the one that plays: something comes every two seconds. */
function isHeardSince({ people, isShared }: World, sinceMs: number): boolean {
  const live = people.filter(({ device }) => device.link.state().status.kind === 'live');
  return !isShared || live.every(({ device }) => device.heardMs() > sinceMs);
}

function compare(world: World): void {
  const { oracle, people, store } = world;
  oracle.atRest();
  const room = world.owner()?.rooms.find(SESSION);
  const state = oracle.state();
  if (room === undefined) throw new Broken('c', 'the class is played nowhere');
  if (plain(room.standing().state) !== plain(state))
    throw new Broken('c', 'the room is not where its journal leads');
  for (const audience of ['student', 'screen', 'teacher'] as const) {
    for (let version = 0; version <= oracle.version(); version += 7) {
      const sent = room.catchUp(audience, { epoch: room.epoch, version }).length;
      if (sent > ROOM_LIMITS.framesKept + 1)
        throw new Broken('f', `${sent} packets are kept for a ${audience}`);
    }
  }
  const roster = store.roster(SESSION);
  const expected = {
    student: through(studentView(state)),
    screen: through(screenView(state, roster)),
    teacher: through(teacherView(state, roster)),
  };
  for (const { role, device, seat } of people) {
    const { status, picture, seat: own, outbox } = device.link.state();
    if (outbox.pending.length > 200)
      throw new Broken('f', `${outbox.pending.length} intents wait on ${device.name}`);
    if (status.kind !== 'live' || picture === null) continue;
    if (picture.epoch !== room.epoch) throw new Broken('c', `${device.name} is in epoch ${picture.epoch}`);
    differences(device.name, expected[role], picture.view);
    if (seat !== null)
      differences(device.name, through(seatView(state, roster, seatNumber(oracle.seatNow(seat)))), own);
  }
  presence(world, state);
}

/** Who is there is there in the journal too: T08 and the caretaker go by it. */
function presence(world: World, state: SessionState): void {
  const { people } = world;
  for (const { seat, isHere, presence: noted } of seated(world)) {
    if (isHere !== (noted === 'present'))
      throw new Broken('c', `seat ${seat} is ${isHere ? '' : 'not '}there, and noted as ${noted}`);
  }
  const teaches = people.some((person) => person.role === 'teacher' && isLive(person));
  if (teaches && !state.teacherPresent && state.activity.kind !== 'ended')
    throw new Broken('c', 'the teacher is there, and noted as away');
}

function isLive({ device }: Person): boolean {
  return device.link.state().status.kind === 'live';
}

/** The seats of people, as the journal has them, and whether somebody is there. */
function seated(world: World): readonly (Seat & { readonly isHere: boolean })[] {
  const here = new Set(world.people.filter(isLive).map((person) => seatNow(world, person)));
  return [...world.oracle.state().seats.values()]
    .filter(({ bot, membership }) => bot === null && membership === 'seated')
    .map((seat) => ({ ...seat, isHere: here.has(seat.seat) }));
}

function differences(who: string, expected: unknown, held: unknown): void {
  if (sameContent(expected, held)) return;
  const [one, other] = [Object(expected), Object(held)] as Record<string, unknown>[]; // views are records of sections
  const sections = Object.keys(one ?? {}).filter((name) => !sameContent(one?.[name], other?.[name]));
  const [first = ''] = sections;
  const texts = [one?.[first], other?.[first]].map((value) =>
    (JSON.stringify(value) ?? 'nothing').slice(0, 300),
  );
  throw new Broken('c', `${who} holds another ${sections.join(', ')}: ${texts[1]} and not ${texts[0]}`);
}

/** As it would arrive. */
function through(view: unknown): unknown {
  return JSON.parse(JSON.stringify(view));
}

/** All of a state as text, maps and sets included. */
function plain(state: SessionState): string {
  return JSON.stringify(state, (_, value: unknown) =>
    value instanceof Map || value instanceof Set ? [...value] : value,
  );
}
