import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderSecrets } from '../../../server/auth/folder-secrets.ts';
import { readSealPublicKey } from '../../../server/auth/recording-seal.ts';
import { openRecording } from '../../../shared/recording/recording.ts';
import { sessionId } from '../../../shared/session/ids.ts';
import { doneSchema, newShareSchema, recordingCardSchema } from '../../../shared/wire/recordings.ts';
import { contentOf } from '../../helpers/recordings.ts';
import { tracesAfterAMinute, tracesOf } from '../journal/traces.ts';
import { KEY, openDoor, type Door, type Reply } from './http-door.ts';
import { cardOf, endClass, errorOf, imported, listCards, playClass, read } from './recorded-class.ts';

const PATIENCE_MS = 90_000;
const DAY_MS = 24 * 60 * 60 * 1_000;

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

const get = (path: string, key?: string): Promise<Reply> =>
  door.ask('GET', `/api/recordings/${path}`, key === undefined ? {} : { key });
const change = (id: string, json: unknown): Promise<Reply> =>
  door.ask('PATCH', `/api/recordings/${id}`, { key: KEY, json });
const remove = (path: string): Promise<Reply> => door.ask('DELETE', `/api/recordings/${path}`, { key: KEY });
const share = async (id: string, days: number | null = null) =>
  read(newShareSchema, await door.ask('POST', `/api/recordings/${id}/shares`, { key: KEY, json: { days } }));

/** From the sources each recording's thread starts in its own good time. */
describe('the library', { timeout: PATIENCE_MS }, () => {
  it('has a class from its first minute, with what it has done so far', async () => {
    const { id, room } = await playClass(door, { end: false });
    const card = await cardOf(door, id);
    expect(card).toMatchObject({
      source: 'class',
      state: 'open',
      title: null,
      lesson: 'xor',
      language: 'es',
      rounds: 2,
      seats: 2,
      bots: 3,
      hasNames: true,
      deletedAtMs: null,
    });
    expect(card?.lossLast).toBe(room.standing().state.figures.loss);
    expect(card?.durationMs).toBeGreaterThan(1_000);
  });

  it('says the same of it once it has ended, and when it will be deleted', async () => {
    const { id, room } = await playClass(door, { end: false });
    const open = await cardOf(door, id);
    await endClass(door, room);
    const ended = await cardOf(door, id);
    const { state, durationMs, deletedAtMs, ...same } = ended ?? expect.fail('not listed');
    expect(open).toMatchObject(same);
    expect(state).toBe('ended');
    expect(durationMs).toBeGreaterThan(1_000);
    expect(deletedAtMs).toBe(door.clock.wallMs() + 90 * DAY_MS);
    expect((await door.store.catalogue.recording(id))?.summary).toMatchObject({ rounds: 2 });
  });

  it('puts the newest first', async () => {
    const starts = (await listCards(door)).map(({ startedAtMs }) => startedAtMs);
    expect(starts).toEqual([...starts].sort((one, other) => other - one));
  });
});

describe('the file of a class', { timeout: PATIENCE_MS }, () => {
  it('is the whole class, checked and sealed by this server, without names', async () => {
    const { id, room } = await playClass(door);
    const { status, headers, bytes } = await get(id, KEY);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/gzip');
    expect(headers['content-disposition']).toBe('attachment; filename="descenso-xor-2026-09-01.json.gz"');
    const { header, lines, seal } = contentOf(bytes);
    expect(header).toMatchObject({ session: id, lesson: 'xor', names: null, origin: null, title: null });
    expect(lines).toEqual(await door.store.journal.read(sessionId(id), 1));
    expect(header.summary.lossLast).toBe(room.standing().state.figures.loss);
    expect(seal?.publicKey).toBe(await readSealPublicKey(folderSecrets(door.folder)));
  });

  it('has the names only where the teacher asks for them (R4)', async () => {
    const { id, room } = await playClass(door);
    const names = [...room.standing().roster.names].map(([seat, { name }]) => ({ seat, name }));
    expect(names).toHaveLength(5);
    expect(openRecording((await get(`${id}?names=1`, KEY)).bytes).header.names).toEqual(names);
    expect(openRecording((await get(`${id}?names=0`, KEY)).bytes).header.names).toBeNull();
  });

  it('of a class that still plays goes up to now', async () => {
    const { id, room } = await playClass(door, { end: false });
    const file = openRecording((await get(id, KEY)).bytes);
    expect(file.header).toMatchObject({ endedAtMs: null, events: room.standing().version });
    await endClass(door, room);
    const later = openRecording((await get(id, KEY)).bytes);
    expect(later.header.events).toBeGreaterThan(file.header.events);
    expect(later.header.endedAtMs).not.toBeNull();
  });

  it('carries what the teacher wrote on it', async () => {
    const { id } = await playClass(door);
    const label = {
      title: '3º B, el martes: error < 0.1',
      tags: ['2026', 'mañana'],
      bookmarks: [{ version: 12, label: 'Aquí se dieron cuenta' }],
    };
    expect(read(recordingCardSchema, await change(id, label))).toMatchObject(label);
    expect(openRecording((await get(id, KEY)).bytes).header).toMatchObject(label);
    expect(read(recordingCardSchema, await change(id, { title: null }))).toMatchObject({
      ...label,
      title: null,
    });
    expect(openRecording((await get(id, KEY)).bytes).header).toMatchObject({ ...label, title: null });
  });

  it.each([
    ['markup in a title', { title: 'Hola <img src=x>' }, [422, 'unfit-text']],
    ['a tag that turns the writing round', { tags: ['\u202Eevil'] }, [422, 'unfit-text']],
    ['an empty title', { title: '  ' }, [400, 'malformed']],
    ['a title without end', { title: 'x'.repeat(121) }, [400, 'malformed']],
    ['a bookmark before the first event', { bookmarks: [{ version: 0, label: 'x' }] }, [400, 'malformed']],
    ['something else', { lesson: 'pets' }, [400, 'malformed']],
  ])('cannot be given %s', async (_, json, expected) => {
    const { id } = (await listCards(door))[0] ?? expect.fail('no recording');
    expect(errorOf(await change(id, json))).toEqual(expected);
  });
});

describe('a share', { timeout: PATIENCE_MS }, () => {
  it('shows one recording to whoever has its token: without names, tags and the library (R2, R3, R4)', async () => {
    const { id } = await playClass(door);
    await change(id, { title: 'Shown', tags: ['private'], bookmarks: [{ version: 3, label: 'here' }] });
    const { token } = await share(id);
    expect(token).toMatch(/^[\w-]{22}$/u);
    const { header, seal } = contentOf((await get(id, token)).bytes);
    expect(header).toMatchObject({ title: 'Shown', tags: [], names: null, bookmarks: [{ version: 3 }] });
    expect(seal).not.toBeNull();
    expect(errorOf(await get(`${id}?names=1`, token))).toEqual([403, 'not-allowed']);
    expect(errorOf(await get(`${id}/player?names=1`, token))).toEqual([403, 'not-allowed']);
    const other = await playClass(door);
    expect(errorOf(await get(other.id, token))).toEqual([401, 'wrong-key']);
    door.clock.advance(600_000);
  });

  it('is over after its days, and at once when it is taken back (R2)', async () => {
    const { id } = await playClass(door);
    const nowMs = door.clock.wallMs();
    const day = await share(id, 1);
    door.clock.advance(1);
    const forEver = await share(id);
    expect((await cardOf(door, id))?.shares).toEqual([
      { id: day.id, createdAtMs: nowMs, expiresAtMs: nowMs + DAY_MS },
      { id: forEver.id, createdAtMs: nowMs + 1, expiresAtMs: null },
    ]);
    door.clock.advance(DAY_MS - 2);
    expect((await get(id, day.token)).status).toBe(200);
    door.clock.advance(1);
    expect(errorOf(await get(id, day.token))).toEqual([401, 'wrong-key']);
    expect((await cardOf(door, id))?.shares).toHaveLength(1);
    expect((await get(id, forEver.token)).status).toBe(200);
    expect(read(doneSchema, await remove(`${id}/shares/${forEver.id}`))).toEqual({ done: true });
    expect(errorOf(await get(id, forEver.token))).toEqual([401, 'wrong-key']);
    expect(errorOf(await remove(`${id}/shares/${forEver.id}`))).toEqual([404, 'not-found']);
    door.clock.advance(600_000);
  });

  it('is not given of a class that still plays, nor without end (R2)', async () => {
    const { id, room } = await playClass(door, { end: false });
    const ask = () => door.ask('POST', `/api/recordings/${id}/shares`, { key: KEY, json: { days: 7 } });
    expect(errorOf(await ask())).toEqual([409, 'recording-open']);
    await endClass(door, room);
    for (let given = 0; given < 50; given += 1) expect((await ask()).status).toBe(200);
    expect(errorOf(await ask())).toEqual([409, 'too-many-shares']);
  });
});

describe('the player in one file', { timeout: PATIENCE_MS }, () => {
  it('is the built player with the recording in its place', async () => {
    const { id } = await playClass(door);
    const { status, headers, text } = await get(`${id}/player?language=en`, KEY);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-disposition']).toEqual(
      expect.stringMatching(/^attachment; filename="descenso-xor-[\d-]{10}\.html"$/u),
    );
    const [, base64 = ''] =
      /<script type="application\/octet-stream" id="recording" data-language="en">([\w+/=]+)<\/script><p>\$&<\/p>$/u.exec(
        text,
      ) ?? [];
    expect(openRecording(Buffer.from(base64, 'base64')).header).toMatchObject({ session: id, names: null });
    const named = (await get(`${id}/player?names=1`, KEY)).text;
    expect(named.length).toBeGreaterThan(text.length);
    expect(errorOf(await get(`${id}/player?language=tlh`, KEY))).toEqual([400, 'malformed']);
  });
});

describe('deleting', { timeout: PATIENCE_MS }, () => {
  it('takes a recording out of everything, and out of the raw files (R6)', async () => {
    const { id, room, keys } = await playClass(door);
    await change(id, { title: 'Recognisable title' });
    const { token } = await share(id);
    const names = [...room.standing().roster.names.values()].map(({ name }) => name);
    const marks = [id, 'Recognisable title', keys.code];
    for (const mark of marks) expect(tracesOf([mark], door.folder)).not.toEqual([]);
    expect(tracesOf(names, door.folder)).not.toEqual([]);
    await get(id, KEY);
    expect(read(doneSchema, await remove(id))).toEqual({ done: true });
    expect(await cardOf(door, id)).toBeUndefined();
    expect(errorOf(await get(id, KEY))).toEqual([404, 'not-found']);
    expect(errorOf(await get(id, token))).toEqual([401, 'wrong-key']);
    expect(errorOf(await remove(id))).toEqual([404, 'not-found']);
    expect(door.rooms.find(sessionId(id))).toBeUndefined();
    expect(await tracesAfterAMinute(marks, door.folder)).toEqual([]);
    door.clock.advance(600_000);
  });

  it('waits for the end of a class (R6)', async () => {
    const { id, room } = await playClass(door, { end: false });
    expect(errorOf(await remove(id))).toEqual([409, 'recording-open']);
    expect(errorOf(await remove(`${id}/names`))).toEqual([409, 'recording-open']);
    expect(room.life()).toBe('open');
    await endClass(door, room);
    expect((await remove(id)).status).toBe(200);
  });

  it('shows whoever still looks at the ended class the door', async () => {
    const { id, room } = await playClass(door);
    const gone: unknown[] = [];
    const ignore = (): void => undefined;
    room.listen({ toAudience: ignore, toSeat: ignore, gone: (...heard) => gone.push(heard), beat: ignore });
    await remove(id);
    expect(gone).toEqual([['everybody', 'ended']]);
  });

  it('takes names alone, in the store, in the class that is still shown, and in every later file (R5)', async () => {
    const { id, room } = await playClass(door, { end: false });
    const name = { name: 'Filomena la Única', free: false };
    await room.submit({ role: 'teacher' }, { kind: 'rename-seat', seat: 1, name });
    await endClass(door, room);
    const before = contentOf((await get(`${id}?names=1`, KEY)).bytes);
    expect(before.header.names).toContainEqual({ seat: 1, name: name.name });
    expect(tracesOf([name.name], door.folder)).not.toEqual([]);
    expect(read(doneSchema, await remove(`${id}/names`))).toEqual({ done: true });
    expect(room.standing().roster.names.size).toBe(0);
    const after = contentOf((await get(`${id}?names=1`, KEY)).bytes);
    expect(after.header.names).toEqual([]);
    expect(after.lines).toEqual(before.lines);
    expect((await cardOf(door, id))?.hasNames).toBe(false);
    expect(await tracesAfterAMinute([name.name], door.folder)).toEqual([]);
  });

  it('takes the names out of a file that was brought in, and keeps our own seal (R5, R10)', async () => {
    const { id, room } = await playClass(door);
    const file = (await get(`${id}?names=1`, KEY)).bytes;
    const card = await imported(door, file);
    expect(card.hasNames).toBe(true);
    expect((await get(`${card.id}?names=1`, KEY)).bytes.equals(file)).toBe(true);
    const unnamed = contentOf((await get(card.id, KEY)).bytes);
    expect(unnamed.header.names).toBeNull();
    expect(read(doneSchema, await remove(`${card.id}/names`))).toEqual({ done: true });
    const left = contentOf((await get(`${card.id}?names=1`, KEY)).bytes);
    expect(left.header.names).toBeNull();
    expect(left.lines).toEqual(contentOf(file).lines);
    expect(left.seal?.publicKey).toBe(await readSealPublicKey(folderSecrets(door.folder)));
    expect((await cardOf(door, card.id))?.hasNames).toBe(false);
    expect(room.standing().roster.names.size).toBe(5);
  });
});
