import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderSecrets } from '../../../server/auth/folder-secrets.ts';
import { createSealKey, sealWith } from '../../../server/auth/recording-seal.ts';
import { recordingCardSchema } from '../../../shared/wire/recordings.ts';
import { forge } from '../../helpers/forge.ts';
import { asOfLaterFormat, zipBomb } from '../../helpers/hostile-files.ts';
import { contentOf, record, SESSION } from '../../helpers/recordings.ts';
import { playSmallClass } from '../../helpers/small-class.ts';
import { tracesOf } from '../journal/traces.ts';
import { KEY, openDoor, type Door } from './http-door.ts';
import { bringIn, cardOf, errorOf, imported, listCards, read } from './recorded-class.ts';

const HOUR_MS = 60 * 60 * 1_000;
const PATIENCE_MS = 90_000;
const LABEL = {
  title: 'From another school',
  tags: ['2027'],
  bookmarks: [{ version: 9, label: 'A discovery' }],
  names: [{ seat: 1, name: 'Ana <3' }],
};

let door: Door;
let file: Uint8Array;
beforeAll(async () => {
  door = await openDoor();
  const there = sealWith(await createSealKey(folderSecrets(`${door.folder}/another-school`))());
  file = record(playSmallClass(), LABEL, {}, there);
});
afterAll(() => door.close());

const get = (path: string) => door.ask('GET', `/api/recordings/${path}`, { key: KEY });

describe('a recording from elsewhere', { timeout: PATIENCE_MS }, () => {
  it('is on the shelf with what it says of itself, under an id of its own, and stays byte for byte (R10)', async () => {
    const card = await imported(door, file);
    const { header } = contentOf(file);
    expect(card).toMatchObject({
      source: 'import',
      state: 'ended',
      title: LABEL.title,
      tags: LABEL.tags,
      bookmarks: LABEL.bookmarks,
      lesson: 'pets',
      startedAtMs: header.startedAtMs,
      rounds: header.summary.rounds,
      seats: 6,
      bots: 3,
      lossLast: header.summary.lossLast,
      hasNames: true,
      shares: [],
      deletedAtMs: door.clock.wallMs() + 90 * 24 * HOUR_MS,
    });
    expect(card.id).toMatch(/^[\w-]{22}$/u);
    expect(card.id).not.toBe(SESSION);
    expect((await get(`${card.id}?names=1`)).bytes.equals(file)).toBe(true);
    expect(await cardOf(door, card.id)).toEqual(card);
  });

  it('loses the seal of another server with the first change, for that server has not seen it (R10)', async () => {
    const { id } = await imported(door, file);
    expect(contentOf((await get(`${id}?names=1`)).bytes).seal).not.toBeNull();
    const unnamed = contentOf((await get(id)).bytes);
    expect(unnamed.header).toMatchObject({ ...LABEL, names: null });
    expect(unnamed.seal).toBeNull();
    const renamed = await door.ask('PATCH', `/api/recordings/${id}`, { key: KEY, json: { title: 'Ours' } });
    expect(read(recordingCardSchema, renamed).title).toBe('Ours');
    const { header, seal, lines } = contentOf((await get(`${id}?names=1`)).bytes);
    expect(header).toMatchObject({ ...LABEL, title: 'Ours' });
    expect(seal).toBeNull();
    expect(lines).toEqual(contentOf(file).lines);
  });

  it('is deleted as any other, out of the raw files too', async () => {
    const { id } = await imported(door, file);
    expect(tracesOf([id], door.folder)).not.toEqual([]);
    await door.ask('DELETE', `/api/recordings/${id}`, { key: KEY });
    expect(tracesOf([id], door.folder)).toEqual([]);
    expect(errorOf(await get(id))).toEqual([404, 'not-found']);
  });
});

describe('a file that is not what it says', { timeout: PATIENCE_MS }, () => {
  const edited = (): Uint8Array => {
    const bytes = Uint8Array.from(file);
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    return bytes;
  };
  const corpus: readonly (readonly [string, () => Uint8Array, readonly [number, string]])[] = [
    ['nothing', () => new Uint8Array(), [422, 'not-a-recording']],
    ['homework', () => Buffer.from('My dog ate it. '.repeat(99)), [422, 'not-a-recording']],
    ['cut short', () => file.subarray(0, -100), [422, 'recording-truncated']],
    ['cut in the middle', () => file.subarray(0, file.length / 2), [422, 'recording-truncated']],
    ['one bit changed', edited, [422, 'recording-edited']],
    ['longer than it was', () => Buffer.concat([file, Buffer.from('more')]), [422, 'recording-edited']],
    ['of a later program', () => asOfLaterFormat(file), [422, 'recording-too-new']],
    ['a bomb', () => zipBomb(64 * 1_024 * 1_024), [413, 'recording-too-large']],
    [
      'a script for a title',
      () => forge(file, { header: (header) => ({ ...header, title: '<script>alert(1)</script>' }) }),
      [422, 'unfit-text'],
    ],
    [
      'a script for a name',
      () =>
        forge(file, {
          header: (header) => ({ ...header, names: [{ seat: 1, name: '<img src=x onerror=alert(1)>' }] }),
        }),
      [422, 'unfit-text'],
    ],
    [
      'a bookmark beyond its end',
      () => forge(file, { header: (header) => ({ ...header, bookmarks: [{ version: 9_999, label: 'x' }] }) }),
      [422, 'recording-edited'],
    ],
  ];

  it.each(corpus)(
    '%s is refused with its reason, and nothing of it is kept (R9)',
    async (_, make, expected) => {
      door.clock.advance(HOUR_MS);
      const before = await listCards(door);
      expect(errorOf(await bringIn(door, make()))).toEqual(expected);
      expect(await listCards(door)).toEqual(before);
    },
  );

  it('is refused for its size before it is read: told, or counted while it comes (R9)', async () => {
    door.clock.advance(HOUR_MS);
    const large = Buffer.alloc(16 * 1_024 * 1_024 + 1);
    expect(errorOf(await bringIn(door, large))).toEqual([413, 'too-large']);
    const chunked = { 'transfer-encoding': 'chunked', 'content-type': 'application/gzip' };
    const counted = await door.ask('POST', '/api/recordings', { key: KEY, body: large, headers: chunked });
    expect(errorOf(counted)).toEqual([413, 'too-large']);
  });

  it('does not widen what any other request may say (R12)', async () => {
    const body = `"${'x'.repeat(20_000)}"`;
    const headers = { 'content-type': 'application/json' };
    for (const path of ['/api/sessions/K7QM2X/teacher', '/api/recordings/x/shares', '/api/recordings/']) {
      const reply = await door.ask('POST', path, { key: KEY, body, headers });
      expect([path, ...errorOf(reply)]).toEqual([path, 413, 'too-large']);
    }
  });

  it('comes ten times an hour from one address, and then has to wait (R9)', async () => {
    door.clock.advance(HOUR_MS);
    const replies: string[] = [];
    for (let tries = 0; tries < 12; tries += 1) {
      replies.push(errorOf(await bringIn(door, Buffer.from('homework')))[1]);
    }
    expect(replies.filter((code) => code === 'not-a-recording')).toHaveLength(10);
    expect(replies.slice(10)).toEqual(['slow-down', 'slow-down']);
    door.clock.advance(HOUR_MS / 10);
    expect(errorOf(await bringIn(door, Buffer.from('homework')))[1]).toBe('not-a-recording');
  });
});
