import { cpSync, rmSync } from 'node:fs';
import { Window } from 'happy-dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connect } from '../../client/link/connect.ts';
import type { Link, LinkState } from '../../client/link/link.ts';
import { isAsked, replaces } from '../../client/state/student-session.ts';
import type { Refusal } from '../../shared/session/refusals.ts';
import { sitDown, openLiveClass, type LiveClass } from '../helpers/live-class.ts';
import { takeSeat } from '../helpers/http-class.ts';
import { startServerProcess, temporaryDataDir, type ServerProcess } from '../helpers/server-process.ts';
import { createWaiting } from '../helpers/waiting.ts';
import { openChaosProxy, type ChaosProxy } from '../helpers/chaos-proxy.ts';

/** The phone's own link, against the built server, over a line that can be spoiled. */
type State = LinkState<'student'>;
type PhoneLink = {
  readonly link: Link<'student'>;
  readonly refused: readonly Refusal[];
  readonly until: (what: string, is: (state: State) => boolean, ms?: number) => Promise<void>;
};

let server: ServerProcess;
let line: ChaosProxy;
let pets: LiveClass;
let data: ReturnType<typeof temporaryDataDir>;
let page: Window;
const links: Link<'student'>[] = [];

beforeEach(async () => {
  data = temporaryDataDir();
  server = await startServerProcess({ dataDir: data.path });
  line = await openChaosProxy(server.port);
  page = visit(line.url);
  pets = await openLiveClass(server.url, 1, { closeRule: 'teacher', roundSeconds: 120 });
});

afterEach(async () => {
  for (const link of links.splice(0)) link.close();
  vi.unstubAllGlobals();
  await page.happyDOM.close();
  pets.close();
  await line.close();
  await server.kill();
  data.remove();
});

/** A browser's page at an address: the link dials its page's own origin. The rest of the test stays in Node.js. */
function visit(url: string): Window {
  const opened = new Window({ url: `${url}/` });
  vi.stubGlobal('window', opened);
  vi.stubGlobal('document', opened.document);
  vi.stubGlobal('location', opened.location);
  return opened;
}

function openPhone(token: string): PhoneLink {
  const waiting = createWaiting('a phone', () => link.state());
  const refused: Refusal[] = [];
  const link: Link<'student'> = connect({
    role: 'student',
    code: pets.keys.code,
    token,
    storage: page.sessionStorage,
    isAsked,
    replaces,
    onchange: waiting.changed,
    onrefused: (_, refusal) => void refused.push(refusal),
  });
  links.push(link);
  return { link, refused, until: waiting.until };
}

async function phoneInRound(): Promise<PhoneLink> {
  const phone = openPhone((await takeSeat(server.url, pets.keys.code)).token);
  await phone.until('the lobby', isInside);
  await pets.enterStage(0);
  await pets.reach('nudge');
  await phone.until('the round', (state) => state.picture?.view.round?.phase.kind === 'nudge');
  return phone;
}

const isLive = (state: State): boolean => state.status.kind === 'live';
const isInside = (state: State): boolean => isLive(state) && state.picture !== null && state.seat !== null;
const directionOf = (state: State): number | null => state.seat?.parameters[0]?.nudge?.direction ?? null;

function propose({ link }: PhoneLink, direction: -1 | 0 | 1): void {
  const parameter = link.state().seat?.parameters[0]?.parameter ?? 0;
  const round = link.state().picture?.view.round?.id ?? 0;
  link.send({ kind: 'nudge', round, parameter, direction, size: 'normal' });
}

/** A data folder without the socket that says whose it is. */
function copyStore(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: (path) => !path.endsWith('/lock') });
}

const SETTLED = { timeout: 3_000, interval: 50 };

describe("a phone's link", () => {
  it('is pending until the server has it on disk, then shows it as its own (the promise)', async () => {
    const phone = await phoneInRound();
    propose(phone, 1);
    expect(phone.link.state().outbox.pending).toHaveLength(1);
    await phone.until('the tick', (state) => state.outbox.pending.length === 0 && directionOf(state) === 1);
  });

  it('tells why something was refused, and forgets it', async () => {
    const phone = await phoneInRound();
    phone.link.send({ kind: 'nudge', round: 99, parameter: 0, direction: 1, size: 'normal' });
    await phone.until('the answer', (state) => state.outbox.pending.length === 0);
    expect(phone.refused).toEqual([{ code: 'unknown-round' }]);
  });

  it('comes back by itself when the server was killed, and sends what was asked meanwhile (T19, C5)', async () => {
    const phone = await phoneInRound();
    const { epoch } = phone.link.state().picture ?? { epoch: 0 };
    await server.kill();
    await phone.until('the loss', (state) => state.status.kind === 'reconnecting');
    propose(phone, -1);
    server = await startServerProcess({ dataDir: data.path, port: server.port });
    await phone.until('the proposal', (state) => isLive(state) && directionOf(state) === -1);
    expect(phone.link.state().picture?.epoch).toBeGreaterThan(epoch);
    expect(phone.link.state().outbox.pending).toEqual([]);
  });

  it('offers again what a server acknowledged and its successor does not have, without a word (S6)', async () => {
    const phone = await phoneInRound();
    await server.kill();
    const before = temporaryDataDir();
    copyStore(data.path, before.path);
    const startAgain = async (): Promise<void> => {
      server = await startServerProcess({ dataDir: data.path, port: server.port });
    };
    await startAgain();
    await phone.until('the class', isInside);
    propose(phone, -1);
    await phone.until('the tick', (state) => state.outbox.pending.length === 0 && directionOf(state) === -1);
    const { seq } = phone.link.state().outbox.kept[0] ?? expect.fail('nothing is kept');

    // The store fails over to a copy that is a moment behind: opened by two servers, one after the other, it is of a
    // later epoch than the one that acknowledged.
    await server.kill();
    rmSync(data.path, { recursive: true });
    copyStore(before.path, data.path);
    before.remove();
    await startAgain();
    await server.kill();
    await startAgain();
    await phone.until(
      'the proposal of before',
      ({ outbox, picture }) => outbox.kept[0] !== undefined && outbox.kept[0].epoch === picture?.epoch,
    );
    expect(phone.link.state().outbox.kept).toMatchObject([{ seq }]);
    await phone.until('the tick again', (state) => isLive(state) && directionOf(state) === -1);
    expect(phone.refused).toEqual([]);
  });

  it('turns grey within 7 s in a black hole, and is back without a tap (C7)', async () => {
    const phone = await phoneInRound();
    line.suffer({ kind: 'black-hole' });
    await phone.until('the silence', (state) => state.status.kind === 'silent', 7_500);
    await phone.until('the new attempt', (state) => state.status.kind === 'reconnecting', 5_000);
    line.suffer({ kind: 'none' });
    await phone.until('the class', isInside);
  });

  it('comes back at once when the phone wakes, however little it had noticed (T01, C3)', async () => {
    const phone = await phoneInRound();
    line.suffer({ kind: 'black-hole' });
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(phone.link.state().status.kind).toBe('live');
    await pets.reach('adjust');
    line.suffer({ kind: 'none' });
    page.dispatchEvent(new page.Event('pageshow'));
    expect(phone.link.state().status.kind).toBe('reconnecting');
    await phone.until('the step', (state) => isLive(state) && state.picture?.view.step !== null, 2_000);
  });

  it.each(['refuses-websocket', 'swallows-websocket'] as const)(
    'polls within 6 s where the network %s, and says that it is slow (C8)',
    async (trouble) => {
      line.suffer({ kind: trouble });
      const phone = openPhone((await takeSeat(server.url, pets.keys.code)).token);
      await phone.until('the class', isInside, 6_000);
      expect(phone.link.state().status).toEqual({ kind: 'live', slow: true });
    },
  );

  it('gives way to a newer page of the same seat, and takes it back under a new name (T04)', async () => {
    const taken = await takeSeat(server.url, pets.keys.code);
    const phone = openPhone(taken.token);
    await phone.until('the lobby', isInside);
    const { instance } = phone.link.state().outbox;
    const other = await sitDown(server.url, pets.keys.code, taken);
    await phone.until('the other', (state) => state.status.kind === 'gone');
    expect(phone.link.state().status).toEqual({ kind: 'gone', reason: 'opened-elsewhere' });
    phone.link.retry();
    await phone.until('the lobby again', isInside);
    expect(phone.link.state().outbox.instance).not.toBe(instance);
    await other.until('being let go', (member) => member.gone() === 'opened-elsewhere');
    other.close();
  });

  it('misses nothing when its connection breaks between frames', async () => {
    const phone = await phoneInRound();
    line.cut();
    await phone.until('the loss', (state) => state.status.kind === 'reconnecting');
    await pets.reach('adjust');
    await phone.until('the step', (state) => state.picture?.view.step !== null && isLive(state));
    // Who is here is told together, at most four times a second: the other phone may hear of it a moment later.
    await vi.waitFor(
      () => expect(phone.link.state().picture?.view).toEqual(pets.students[0]?.view()),
      SETTLED,
    );
  });
});
