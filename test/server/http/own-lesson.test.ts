import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findLesson } from '../../../shared/lessons/catalogue.ts';
import { sessionKeysSchema, openSessionsSchema } from '../../../shared/wire/http.ts';
import { KEY, openDoor, type Door } from './http-door.ts';
import { cardOf, errorOf, imported, playClass, read } from './recorded-class.ts';

const pets = findLesson('pets');
if (pets === undefined) throw new Error('the standard lesson should be there');
const OWN = { ...pets, id: 'own', title: 'Los perros de 3.º B' };

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

const send = (lesson: unknown) =>
  door.ask('POST', '/api/sessions', { key: KEY, json: { lesson, language: 'es' } });

describe('a class of a lesson of one’s own', () => {
  it('opens, and goes by the title its teacher gave it', async () => {
    const { code } = read(sessionKeysSchema, await send(OWN));
    const { sessions } = read(openSessionsSchema, await door.ask('GET', '/api/sessions', { key: KEY }));
    expect(sessions.find((session) => session.code === code)?.lesson).toBe('Los perros de 3.º B');
    const info: unknown = JSON.parse((await door.ask('GET', `/api/codes/${code}`)).text);
    expect(info).toMatchObject({ state: 'open', lesson: 'Los perros de 3.º B' });
  });

  it('never passes for a lesson that comes with the program', async () => {
    const { session } = read(sessionKeysSchema, await send({ ...OWN, title: 'pets' }));
    const room = door.rooms.all().find((one) => one.session === session);
    expect(room?.standing().state.setup.lesson).toBe('Pets');
  });

  it('may bring a table of two thousand rows', async () => {
    const rows = Array.from({ length: 2000 }, (_, row) => [
      ...Array.from({ length: 6 }, (__, column) => Math.sin(row * (column + 1)) * 1e6),
      row % 2,
    ]);
    const data = {
      id: 'custom',
      seed: 1,
      sizes: { training: 500, validation: 400, test: 400 },
      featureNames: ['a', 'b', 'c', 'd', 'e', 'f'],
      classNames: ['no', 'yes'],
      rows,
    };
    const network = { ...OWN.network, sizes: [6, 1] };
    const stages = [{ ...OWN.stages[0], material: null }];
    const reply = await send({ ...OWN, data, network, start: [0, 0, 0, 0, 0, 0, 0], stages });
    expect(reply.status).toBe(200);
  });

  it('is recorded whole: its file comes back in, and a class goes on from it under the same title', async () => {
    const played = await playClass(door, { lesson: OWN });
    expect(await cardOf(door, played.id)).toMatchObject({ lesson: OWN.title });
    const { bytes } = await door.ask('GET', `/api/recordings/${played.id}`, { key: KEY });
    expect(await imported(door, bytes)).toMatchObject({ lesson: OWN.title });
    const wish = { key: KEY, json: { version: played.room.standing().version } };
    const { session } = read(
      sessionKeysSchema,
      await door.ask('POST', `/api/recordings/${played.id}/continue`, wish),
    );
    const room = door.rooms.all().find((one) => one.session === session);
    expect(room?.standing().state.setup).toMatchObject({
      lesson: OWN.title,
      origin: { recording: played.id },
    });
  });

  it.each([
    ['no title', { ...OWN, title: undefined }],
    ['a title with markup', { ...OWN, title: 'Hola <img src=x onerror=alert(1)>' }],
    ['a title that turns the writing round', { ...OWN, title: 'abc\u202Edef' }],
    ['a title of blanks', { ...OWN, title: '   ' }],
    ['a title without end', { ...OWN, title: 'a'.repeat(61) }],
    ['a start for another network', { ...OWN, start: [0, 0, 0] }],
    ['a start beyond what a weight may be', { ...OWN, start: OWN.start.map(() => 1e300) }],
    ['a layer of a million neurons', { ...OWN, network: { ...OWN.network, sizes: [2, 1e6, 1] } }],
    ['data nobody knows', { ...OWN, data: { ...OWN.data, id: 'constructor' } }],
    ['a thousand stages', { ...OWN, stages: Array.from({ length: 1000 }, () => OWN.stages[0]) }],
    ['no stage', { ...OWN, stages: [] }],
    ['an unknown key', { ...OWN, admin: true }],
    [
      'points to be drawn for a stage alone',
      {
        ...OWN,
        stages: OWN.stages.map((stage) => ({
          ...stage,
          material: { network: OWN.network, start: OWN.start, data: { id: 'drawn', seed: 1, classes: 2 } },
        })),
      },
    ],
    ['nothing in it', {}],
  ])('with %s is refused', async (_, lesson) => {
    expect(errorOf(await send(lesson))).toEqual([422, 'bad-lesson']);
  });

  it('takes no list for a lesson, and touches no prototype', async () => {
    expect(errorOf(await send([OWN]))).toEqual([422, 'bad-lesson']);
    const headers = { 'content-type': 'application/json' };
    const body = `{"language":"es","lesson":{"__proto__":{"title":"x"},"id":"own"}}`;
    expect(errorOf(await door.ask('POST', '/api/sessions', { key: KEY, headers, body }))).toEqual([
      400,
      'malformed',
    ]);
    const constructor = { ...OWN, ['constructor']: { prototype: { title: 'x' } } };
    expect((await send({ ...constructor, title: undefined })).status).toBe(422);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('is refused for its size before it is read, and says so', async () => {
    expect(errorOf(await send({ ...OWN, title: 'a'.repeat(1_100_000) }))).toEqual([413, 'lesson-too-large']);
  });

  it('needs the teacher’s key', async () => {
    const json = { lesson: OWN, language: 'es' };
    expect(errorOf(await door.ask('POST', '/api/sessions', { json }))).toEqual([401, 'wrong-key']);
  });
});
