import { afterEach, describe, expect, it } from 'vitest';
import { isDeviceAddress, whyHold } from '../../../server/hall/crowd.ts';
import { INTAKE } from '../../../server/limits.ts';
import type { Room } from '../../../server/room/room.ts';
import { NETWORKS } from '../../../server/trusted-proxies.ts';
import { waitingSeats } from '../../../shared/session/newcomers.ts';
import { seatedSeats } from '../../../shared/session/state.ts';
import type { SessionKeys, TakenSeat } from '../../../shared/wire/http.ts';
import { KEY, openDoor, type Door } from '../http/http-door.ts';

const TEACHER = { role: 'teacher' } as const;
const SCHOOL = '203.0.113.7';
const phone = (index: number): string => `10.0.7.${index + 1}`;

/** A class behind a real HTTP door, to which joins come from any address. */
type Klass = {
  readonly door: Door;
  readonly room: Room;
  readonly join: (address: string, body?: object) => Promise<number>;
  readonly seated: () => number;
  readonly waiting: () => number;
};

let door: Door | null = null;

async function openClass(): Promise<Klass> {
  const opened = await openDoor({
    publicUrl: new URL('https://aula.example'),
    proxies: NETWORKS.loopback,
  });
  door = opened;
  const headers = { host: 'aula.example' };
  const answer = await opened.ask('POST', '/api/sessions', {
    key: KEY,
    headers,
    json: { lesson: 'pets', language: 'es' },
  });
  const { code } = JSON.parse(answer.text) as SessionKeys;
  const [room] = opened.rooms.all();
  if (room === undefined) throw new Error('the class should be open');
  return {
    door: opened,
    room,
    join: async (address, body = {}) => {
      opened.clock.advance(20);
      const { status, text } = await opened.ask('POST', `/api/codes/${code}/seats`, {
        headers: { ...headers, 'x-forwarded-for': address },
        json: { language: 'es', ...body },
      });
      return status === 200 ? (JSON.parse(text) as TakenSeat).seat : -status;
    },
    seated: () => seatedSeats(room.standing().state).length,
    waiting: () => waitingSeats(room.standing().state).length,
  };
}

afterEach(async () => {
  await door?.close();
  door = null;
});

describe('a class to which joins come', () => {
  it('A01 lets thirty students in beside one device that joins five hundred times, and asks the teacher', async () => {
    const klass = await openClass();
    const answers: number[] = [];
    for (let join = 0; join < 500; join += 1) {
      answers.push(await klass.join('10.0.7.250'));
      if (join % 16 === 0 && join / 16 < 30) expect(await klass.join(phone(join / 16))).toBeGreaterThan(0);
    }
    const { state } = klass.room.standing();
    expect(state).toMatchObject({ held: 'one-device', settings: { approveNewcomers: true } });
    const { devicePerWindow, waitingPerDeviceMost, otherDevicesLeast } = INTAKE.crowd.perAddress;
    // Those before the room could know, and a handful that wait; the rest is told to come back later.
    const flooded = answers.filter((answer) => answer > 0).length;
    expect(flooded).toBeLessThanOrEqual(16 * otherDevicesLeast + devicePerWindow + waitingPerDeviceMost);
    expect(answers.filter((answer) => answer === -429)).toHaveLength(500 - flooded);
    const waiting = waitingSeats(state).map(({ seat }) => seat);
    await klass.room.submit(TEACHER, { kind: 'admit-seats', seats: waiting });
    expect(klass.seated()).toBe(flooded + 30);
  }, 30_000);

  it('T20 lets a hundred students of one school in within ten seconds, and asks nobody', async () => {
    const klass = await openClass();
    for (let join = 0; join < 100; join += 1) expect(await klass.join(SCHOOL)).toBeGreaterThan(0);
    expect(klass.waiting()).toBe(0);
    expect(klass.room.standing().state.held).toBeNull();
  });

  it('T20 takes 300 in one lobby for a lecture, and five hundred for none', () => {
    const lobby = { isInLobby: true, seated: 0 };
    const school = { isDevice: false, fromHere: 300, otherDevices: 0 };
    expect(whyHold({ ...school, all: 300 }, lobby)).toBeNull();
    expect(whyHold({ ...school, all: 500 }, lobby)).toBe('crowd');
    expect(whyHold({ ...school, all: 40 }, { isInLobby: false, seated: 70 })).toBeNull();
  });

  it('holds a crowd in the middle of a lesson, where those who sit stay', async () => {
    const klass = await openClass();
    for (let join = 0; join < 30; join += 1) await klass.join(SCHOOL);
    klass.door.clock.advance(60_000);
    const { serial } = klass.room.standing().state;
    await klass.room.submit(TEACHER, { kind: 'next', expected: serial });
    const { inLessonLeast } = INTAKE.crowd.perSession;
    for (let join = 0; join < inLessonLeast + 9; join += 1) await klass.join(SCHOOL);
    expect(klass.room.standing().state.held).toBe('crowd');
    expect(klass.seated()).toBe(30 + inLessonLeast);
    expect(klass.waiting()).toBe(9);
  });

  it('A14 has whoever was shown out wait on coming back, and nobody from elsewhere', async () => {
    const klass = await openClass();
    const seat = await klass.join(phone(1));
    await klass.join(phone(2));
    await klass.room.submit(TEACHER, { kind: 'remove-seat', seat });
    await klass.join(phone(1));
    expect([klass.seated(), klass.waiting()]).toEqual([1, 1]);
    await klass.join(phone(3));
    expect([klass.seated(), klass.waiting()]).toEqual([2, 1]);
  });

  it('T05 finds the seat of somebody absent by what they were called, and nobody else’s', async () => {
    const klass = await openClass();
    const seat = await klass.join(phone(1));
    const [name = ''] = [...klass.room.standing().roster.names.values()].map((one) => one.name);
    expect(await klass.join(phone(2), { was: 'Nadie' })).toBe(-404);
    const back = await klass.join(phone(2), { was: ` ${name.toUpperCase()} ` });
    expect(waitingSeats(klass.room.standing().state)).toMatchObject([{ seat: back, claims: seat }]);
  });
});

describe('an address', () => {
  it('is one device’s where it is private or of IPv6, and perhaps a school’s elsewhere', () => {
    for (const one of ['10.1.2.3', '192.168.0.9', '172.20.1.1', '2001:db8::7', 'fe80::1'])
      expect(isDeviceAddress(one)).toBe(true);
    for (const many of [SCHOOL, '172.32.0.1', '127.0.0.1', '::1', ''])
      expect(isDeviceAddress(many)).toBe(false);
  });
});
