import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newShareSchema } from '../../../shared/wire/recordings.ts';
import { record } from '../../helpers/recordings.ts';
import { playTinyClass } from '../../helpers/tiny-class.ts';
import { KEY, openDoor, type Door } from './http-door.ts';
import { errorOf, playClass, read } from './recorded-class.ts';

/** Everything there is to ask of recordings, and a body that would do. */
const ROUTES = [
  ['GET', ''],
  ['POST', '', () => record(playTinyClass())],
  ['GET', '/ID'],
  ['GET', '/ID/player'],
  ['PATCH', '/ID', { title: 'x' }],
  ['DELETE', '/ID'],
  ['DELETE', '/ID/names'],
  ['POST', '/ID/shares', { days: 7 }],
  ['DELETE', '/ID/shares/SHARE'],
  ['POST', '/ID/continue', { version: 20 }],
] as const;

/** What a share of a recording is for. */
const READS: readonly string[] = ['GET /ID', 'GET /ID/player'];

type Route = (typeof ROUTES)[number];
type Secrets = { readonly [Name in 'share' | 'ofAnother' | 'revoked' | 'expired' | 'teacherToken']: string };

let door: Door;
let id: string;
let shareId: string;
let secrets: Secrets;

beforeAll(async () => {
  door = await openDoor();
  const [played, other] = [await playClass(door), await playClass(door)];
  ({ id } = played);
  const share = async (recording: string, days: number | null) =>
    read(
      newShareSchema,
      await door.ask('POST', `/api/recordings/${recording}/shares`, { key: KEY, json: { days } }),
    );
  const [good, ofAnother, revoked, expired] = [
    await share(id, null),
    await share(other.id, null),
    await share(id, null),
    await share(id, 1),
  ];
  await door.ask('DELETE', `/api/recordings/${id}/shares/${revoked.id}`, { key: KEY });
  door.clock.advance(24 * 60 * 60 * 1_000);
  shareId = good.id;
  secrets = {
    share: good.token,
    ofAnother: ofAnother.token,
    revoked: revoked.token,
    expired: expired.token,
    teacherToken: played.keys.teacherToken,
  };
});
afterAll(() => door.close());

async function ask([method, path, body]: Route, key?: string) {
  // Slowing guesses down is another test's business.
  door.clock.advance(600_000);
  const address = `/api/recordings${path.replace('ID', id).replace('SHARE', shareId)}`;
  const said = typeof body === 'function' ? { body: body() } : body === undefined ? {} : { json: body };
  return door.ask(method, address, { ...said, ...(key === undefined ? {} : { key }) });
}

const STRANGERS: readonly (readonly [string, () => string | undefined])[] = [
  ['no key', () => undefined],
  ['a wrong key', () => 'not-the-teachers-key'],
  ['the key with more', () => `${KEY}x`],
  ['the token of a class’s console', () => secrets.teacherToken],
  ['a share of another recording', () => secrets.ofAnother],
  ['a share that was taken back', () => secrets.revoked],
  ['a share that is over', () => secrets.expired],
];

const nameOf = ([method, path]: Route): string => `${method} ${path}`;

describe.each(ROUTES.map((route) => [nameOf(route), route] as const))(
  '%s',
  { timeout: 90_000 },
  (name, route) => {
    it.each(STRANGERS)('is refused with %s (R1)', async (_, secret) => {
      expect(errorOf(await ask(route, secret()))).toEqual([401, 'wrong-key']);
    });

    it(`is ${READS.includes(name) ? 'done' : 'refused'} with a share (R1)`, async () => {
      const reply = await ask(route, secrets.share);
      if (READS.includes(name)) expect(reply.status).toBe(200);
      else expect(errorOf(reply)).toEqual([401, 'wrong-key']);
    });
  },
);

/** In this order, so that what is deleted has been asked for before. */
it('all of it is done with the key', { timeout: 90_000 }, async () => {
  const last = ['DELETE /ID/names', 'DELETE /ID/shares/SHARE', 'DELETE /ID'];
  const inOrder = [...ROUTES].sort((one, other) => last.indexOf(nameOf(one)) - last.indexOf(nameOf(other)));
  for (const route of inOrder) {
    const reply = await ask(route, KEY);
    expect([nameOf(route), reply.status]).toEqual([nameOf(route), 200]);
  }
});

it('a recording that is not there is not found with the key, and told to nobody else (R1)', async () => {
  for (const [method, path, body] of ROUTES) {
    if (!path.startsWith('/ID')) continue;
    for (const name of ['x', '../sessions', 'A'.repeat(22), `${id}x`]) {
      const address = `/api/recordings${path.replace('ID', encodeURIComponent(name)).replace('SHARE', shareId)}`;
      const json = typeof body === 'object' ? { json: body } : {};
      door.clock.advance(600_000);
      expect(errorOf(await door.ask(method, address, { key: KEY, ...json }))).toEqual([404, 'not-found']);
      expect(errorOf(await door.ask(method, address, { key: 'guessed', ...json }))[0]).toBe(401);
    }
  }
});
