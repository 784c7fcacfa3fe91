import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addressesSchema,
  codeInfoSchema,
  httpErrorSchema,
  openSessionsSchema,
  pseudonymSchema,
  sessionKeysSchema,
  takenSeatSchema,
  type SessionKeys,
} from '../../../shared/wire/http.ts';
import { INTAKE } from '../../../server/limits.ts';
import { isPseudonym } from '../../../server/names/pseudonyms.ts';
import { KEY, openDoor, type Door, type Reply } from './http-door.ts';

const PETS = { lesson: 'pets', language: 'es' };

let door: Door;
beforeAll(async () => {
  door = await openDoor({
    interfaces: {
      wlan0: [{ address: '192.168.1.20', netmask: '', family: 'IPv4', mac: '', internal: false, cidr: null }],
    },
  });
});
afterAll(() => door.close());

function read<Schema extends v.GenericSchema>(schema: Schema, reply: Reply): v.InferOutput<Schema> {
  expect(reply.status, reply.text).toBe(200);
  return v.parse(schema, JSON.parse(reply.text));
}

function errorOf(reply: Reply): readonly [number, string] {
  return [reply.status, v.parse(httpErrorSchema, JSON.parse(reply.text)).error];
}

async function openClass(settings?: object): Promise<SessionKeys> {
  return read(
    sessionKeysSchema,
    await door.ask('POST', '/api/sessions', {
      key: KEY,
      json: { ...PETS, ...(settings === undefined ? {} : { settings }) },
    }),
  );
}

describe('opening a class', () => {
  it('takes the key and gives a code, and the keys of console and projector', async () => {
    const keys = await openClass();
    expect(keys.code).toMatch(/^[2-9CDFHJKMNPQRTVWXY]{6}$/u);
    expect(keys.teacherToken).toMatch(/^[\w-]{43}$/u);
    expect(keys.screenToken).toMatch(/^[\w-]{22}$/u);
    const { sessions } = read(openSessionsSchema, await door.ask('GET', '/api/sessions', { key: KEY }));
    expect(sessions.find(({ code }) => code === keys.code)).toMatchObject({
      session: keys.session,
      lesson: 'pets',
      seats: 0,
    });
  });

  it('is never answered from a cache', async () => {
    const { headers } = await door.ask('GET', '/api/sessions', { key: KEY });
    expect(headers['cache-control']).toBe('no-store');
  });

  it.each([
    ['no key', undefined],
    ['a wrong one', 'not-the-teachers-key'],
    ['the key with more', `${KEY}x`],
    ['the usual one', 'admin'],
  ])('is refused with %s (A13)', async (_, key) => {
    for (const [method, path] of [
      ['POST', '/api/sessions'],
      ['GET', '/api/sessions'],
      ['POST', '/api/sessions/K7QM2X/teacher'],
      ['GET', '/api/addresses'],
    ] as const) {
      const options = { ...(key === undefined ? {} : { key }), ...(method === 'POST' ? { json: PETS } : {}) };
      expect(errorOf(await door.ask(method, path, options))).toEqual([401, 'wrong-key']);
    }
    door.clock.advance(120_000);
  });

  it.each([
    ['an unknown lesson', { ...PETS, lesson: 'alchemy' }, [404, 'unknown-lesson']],
    ['an unknown language', { ...PETS, language: 'tlh' }, [400, 'malformed']],
    ['a setting out of bounds', { ...PETS, settings: { stepSize: 1e308 } }, [400, 'malformed']],
    ['an unknown key', { ...PETS, admin: true }, [400, 'malformed']],
    ['an array', [PETS], [400, 'malformed']],
  ])('with %s is refused with the reason', async (_, json, expected) => {
    expect(errorOf(await door.ask('POST', '/api/sessions', { key: KEY, json }))).toEqual(expected);
  });

  it('takes JSON only, whole and small, that touches no prototype (I2, I14)', async () => {
    const json = { 'content-type': 'application/json' };
    const send = (body: string, headers: Record<string, string> = json) =>
      door.ask('POST', '/api/sessions', { key: KEY, body, headers });
    expect(errorOf(await send(JSON.stringify(PETS), { 'content-type': 'text/plain' }))).toEqual([
      400,
      'malformed',
    ]);
    expect(errorOf(await send('{"lesson":'))).toEqual([400, 'malformed']);
    expect(errorOf(await send('{"lesson":"pets","language":"es","__proto__":{"polluted":1}}'))).toEqual([
      400,
      'malformed',
    ]);
    expect(
      errorOf(await send('{"lesson":"pets","language":"es","settings":{"__proto__":{"polluted":1}}}')),
    ).toEqual([400, 'malformed']);
    expect('polluted' in {}).toBe(false);
    expect(errorOf(await send(`"${'x'.repeat(1_200_000)}"`))).toEqual([413, 'lesson-too-large']);
  });

  it('ends at two hundred that play at a time (A13)', async () => {
    const full = await openDoor();
    const { liveMost } = INTAKE.openSession.perServer;
    const open = () => full.ask('POST', '/api/sessions', { key: KEY, json: PETS });
    const replies = await Promise.all(Array.from({ length: liveMost - 1 }, open));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await open()).status).toBe(200);
    expect(errorOf(await open())).toEqual([503, 'too-many-sessions']);
    await full.close();
  });

  it('is followed by being back in it with one click, from any machine that has the key (T09)', async () => {
    const first = await openClass();
    const again = read(
      sessionKeysSchema,
      await door.ask('POST', `/api/sessions/${first.code.toLowerCase()}/teacher`, { key: KEY }),
    );
    expect(again).toMatchObject({ session: first.session, code: first.code });
    expect(again.teacherToken).not.toBe(first.teacherToken);
    expect(errorOf(await door.ask('POST', '/api/sessions/222222/teacher', { key: KEY }))).toEqual([
      404,
      'unknown-code',
    ]);
  });
});

describe('coming in', () => {
  it('says what a code opens, and takes no seat by looking (A16)', async () => {
    const { code } = await openClass();
    for (const typed of [code, code.toLowerCase(), `${code.slice(0, 3)}-${code.slice(3)}`]) {
      expect(read(codeInfoSchema, await door.ask('GET', `/api/codes/${typed}`))).toEqual({
        state: 'open',
        lesson: 'pets',
        language: 'es',
        freeNames: false,
      });
    }
    const { sessions } = read(openSessionsSchema, await door.ask('GET', '/api/sessions', { key: KEY }));
    expect(sessions.find((session) => session.code === code)?.seats).toBe(0);
  });

  it('gives a seat and the token that holds it, with a pseudonym that was dealt', async () => {
    const { code } = await openClass();
    const { name } = read(pseudonymSchema, await door.ask('GET', '/api/pseudonym?language=en'));
    expect(isPseudonym(name)).toBe(true);
    const seats = [];
    for (const wish of [{ pseudonym: name }, { pseudonym: name }, {}]) {
      seats.push(
        read(
          takenSeatSchema,
          await door.ask('POST', `/api/codes/${code}/seats`, { json: { language: 'en', ...wish } }),
        ),
      );
    }
    expect(seats.map(({ seat }) => seat)).toEqual([1, 2, 3]);
    expect(new Set(seats.map(({ token }) => token)).size).toBe(3);
  });

  it('takes a typed name only where the class allows it and it is fit (A04, A06)', async () => {
    const strict = await openClass();
    const free = await openClass({ freeNames: true });
    const sit = (code: string, name: object) =>
      door.ask('POST', `/api/codes/${code}/seats`, { json: { language: 'es', ...name } });
    expect(errorOf(await sit(strict.code, { name: 'Lucía' }))).toEqual([422, 'bad-name']);
    expect((await sit(free.code, { name: '<svg/onload=alert()>' })).status).toBe(200);
    expect(errorOf(await sit(free.code, { name: 'p.u.t.a' }))).toEqual([422, 'bad-name']);
    expect(errorOf(await sit(free.code, { name: '' }))).toEqual([422, 'bad-name']);
    expect(errorOf(await sit(free.code, { pseudonym: 'Nutria maldita' }))).toEqual([422, 'bad-name']);
    expect(errorOf(await sit(free.code, { name: 'x'.repeat(200) }))).toEqual([400, 'malformed']);
  });

  it('is slowed for whoever guesses codes, while the class behind the same address comes in (A02, I10)', async () => {
    door.clock.advance(600_000);
    const { code } = await openClass();
    const replies: (readonly [number, string])[] = [];
    for (let guess = 0; guess < 60; guess += 1)
      replies.push(errorOf(await door.ask('GET', '/api/codes/222222')));
    expect(replies.filter(([status]) => status === 404)).toHaveLength(40);
    const slowed = await door.ask('GET', '/api/codes/not-a-code');
    expect(errorOf(slowed)).toEqual([429, 'slow-down']);
    expect(Number(slowed.headers['retry-after'])).toBe(3);
    expect(errorOf(await door.ask('POST', '/api/codes/222222/seats', { json: { language: 'es' } }))).toEqual([
      429,
      'slow-down',
    ]);
    for (let student = 0; student < 40; student += 1) {
      expect((await door.ask('GET', `/api/codes/${code}`)).status).toBe(200);
      expect((await door.ask('POST', `/api/codes/${code}/seats`, { json: { language: 'es' } })).status).toBe(
        200,
      );
    }
    door.clock.advance(3_000);
    expect(errorOf(await door.ask('GET', '/api/codes/222222'))).toEqual([404, 'unknown-code']);
  });

  it('is slowed later where a class plays: somebody in it mistypes (A03)', async () => {
    const school = await openDoor({ seatsBehind: INTAKE.wrongCodeWhereSeatsPlay.perAddress.seatsLeast });
    const replies: number[] = [];
    for (let guess = 0; guess < 130; guess += 1)
      replies.push((await school.ask('GET', '/api/codes/222222')).status);
    expect(replies.filter((status) => status === 404)).toHaveLength(120);
    expect(replies.at(-1)).toBe(429);
    await school.close();
  });

  it('is slowed when one address wants hundreds of seats at once', async () => {
    door.clock.advance(600_000);
    const { code } = await openClass();
    const statuses: number[] = [];
    for (let join = 0; join < 210; join += 1) {
      statuses.push(
        (await door.ask('POST', `/api/codes/${code}/seats`, { json: { language: 'es' } })).status,
      );
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(200);
    expect(statuses.at(-1)).toBe(429);
  });

  it('stays open to the others of the class while one address asks for seats without end (A01, I9)', async () => {
    const school = await openDoor({ proxies: ['127.0.0.1'] });
    const { code } = read(
      sessionKeysSchema,
      await school.ask('POST', '/api/sessions', { key: KEY, json: { lesson: 'pets', language: 'es' } }),
    );
    const join = async (from: string): Promise<number> =>
      (
        await school.ask('POST', `/api/codes/${code}/seats`, {
          json: { language: 'es' },
          headers: { 'x-forwarded-for': from },
        })
      ).status;
    for (let asked = 0; asked < 600; asked += 1) await join('10.66.0.1');
    for (let student = 1; student <= 30; student += 1) expect(await join(`10.1.0.${student}`)).toBe(200);
    await school.close();
  });
});

describe('wrong teacher keys (A12)', () => {
  it('wait ever longer and are told to slow down, and the teacher at the same address gets in at once', async () => {
    door.clock.advance(600_000);
    const before = door.waits.length;
    const errors: string[] = [];
    for (let guess = 0; guess < 25; guess += 1) {
      errors.push(errorOf(await door.ask('GET', '/api/sessions', { key: `guess-number-${guess}` }))[1]);
    }
    expect(door.waits.slice(before, before + 6)).toEqual([250, 500, 1000, 2000, 4000, 5000]);
    expect(errors.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 'wrong-key'));
    expect(errors.slice(20)).toEqual(Array.from({ length: 5 }, () => 'slow-down'));
    const waited = door.waits.length;
    expect((await door.ask('GET', '/api/sessions', { key: KEY })).status).toBe(200);
    expect(door.waits).toHaveLength(waited);
  });
});

describe('where phones find the server', () => {
  it('is told to the key, to a class’s teacher and to its projector, and to no student', async () => {
    door.clock.advance(600_000);
    const { code, teacherToken, screenToken } = await openClass();
    const { token } = read(
      takenSeatSchema,
      await door.ask('POST', `/api/codes/${code}/seats`, { json: { language: 'es' } }),
    );
    for (const key of [KEY, teacherToken, screenToken]) {
      expect(read(addressesSchema, await door.ask('GET', '/api/addresses', { key }))).toEqual({
        addresses: [{ url: 'http://192.168.1.20:3000', network: 'wlan0' }],
        reason: null,
      });
    }
    expect(errorOf(await door.ask('GET', '/api/addresses', { key: token }))).toEqual([401, 'wrong-key']);
  });

  it('is the operator’s address alone where there is one', async () => {
    const hosted = await openDoor({ publicUrl: new URL('https://descenso.example.org') });
    expect(read(addressesSchema, await hosted.ask('GET', '/api/addresses', { key: KEY }))).toEqual({
      addresses: [{ url: 'https://descenso.example.org', network: null }],
      reason: null,
    });
    await hosted.close();
  });
});

it('a path that the API does not have is said not to be there', async () => {
  expect(errorOf(await door.ask('GET', '/api/nothing'))).toEqual([404, 'not-found']);
  expect(errorOf(await door.ask('DELETE', '/api/codes/222222'))).toEqual([404, 'not-found']);
  expect(errorOf(await door.ask('GET', '/api/pseudonym?language=fr'))).toEqual([400, 'malformed']);
});

describe('a server that is about to run out of memory (S11)', () => {
  it('lets nobody new in, and takes people again once there is room', async () => {
    let isFull = false;
    const crowded = await openDoor({ isFull: () => isFull });
    const open = () => crowded.ask('POST', '/api/sessions', { json: PETS, key: KEY });
    const { code } = read(sessionKeysSchema, await open());
    const sit = () => crowded.ask('POST', `/api/codes/${code}/seats`, { json: { language: 'es' } });
    isFull = true;
    expect([errorOf(await open()), errorOf(await sit())]).toEqual([
      [503, 'server-busy'],
      [503, 'server-busy'],
    ]);
    isFull = false;
    expect(read(takenSeatSchema, await sit()).seat).toBe(1);
    await crowded.close();
  });
});
