import type { AddressInfo, Socket as NetSocket } from 'node:net';
import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { createLog } from '../../server/log.ts';
import { startServer } from '../../server/server.ts';
import { dial, type Member, type MemberRole } from '../helpers/member.ts';
import { openLiveClass, nudge, type LiveClass } from '../helpers/live-class.ts';
import { figureOf } from '../helpers/figure-of.ts';
import { takeSeat } from '../helpers/http-class.ts';
import { plainConfig } from '../helpers/plain-config.ts';
import { temporaryDataDir } from '../helpers/server-process.ts';

/** Somebody who stopped reading, as the server saw it. */
export type Stalled = {
  readonly role: MemberRole;
  /** What the kernels took before anything waited in the server: until then nobody there can know of it. */
  readonly hiddenBytes: number | null;
  /** The most that its socket held which the kernel did not take. */
  readonly inSocketBytes: number;
  /** From the first byte that waited until it was let go; null where none waited. */
  readonly waitedMs: number | null;
  /** From when it stopped reading. */
  readonly goneAfterMs: number | null;
};

/** What a class came to without them and beside them: times of a step, from the teacher's press until each student had it. */
export type StalledClass = {
  readonly stalled: readonly Stalled[];
  readonly rounds: number;
  /** Of a console's. */
  readonly largestStateBytes: number;
  /** The most that waited behind that for one of them. */
  readonly unsentMostBytes: number;
  readonly withoutMs: readonly number[];
  readonly besideMs: readonly number[];
  /** Of those who read: connections that ended, and frames that did not follow the one before. */
  readonly harm: number;
  /** Connections that the server let go because they do not read, by its own count. */
  readonly droppedSlow: number;
};

const LOOK_EVERY_MS = 5;
/** Between rounds: a round takes four presses, of which a teacher has ten a second. */
const ROUND_MS = 300;
/** As the engine spells it. */
const PONG = '3';
const PONG_EVERY_MS = 5_000;
const GIVE_UP_MS = 60_000;

/**
 * A class in which a phone, a projector and a console stop reading while rounds go on (faults.md, S12). The server runs in
 * this process, so that its own sockets can be looked at.
 */
export async function playBesideStalled(options: {
  readonly students: number;
  /** Fill the console's table: a phone's states are so small that the kernels take all of them. */
  readonly bots: number;
  readonly who: readonly MemberRole[];
  /** Rounds without anybody who stalls, to compare with. */
  readonly quietRounds: number;
}): Promise<StalledClass> {
  const data = temporaryDataDir();
  const accepted: NetSocket[] = [];
  const server = await startServer({
    config: plainConfig(data.path),
    log: createLog('silent'),
    clientFolder: null,
    around: async (own, http: Server) => {
      http.on('connection', (socket: NetSocket) => accepted.push(socket));
      return own;
    },
  });
  const url = `http://127.0.0.1:${server.port}`;
  const pets = await openLiveClass(url, options.students, { closeRule: 'teacher', roundSeconds: null });
  const members: Member<MemberRole>[] = [];
  try {
    const { code, teacherToken, screenToken } = pets.keys;
    if (options.bots > 0) await pets.teacher.send({ kind: 'fill-with-bots', seats: options.bots });
    await pets.enterStage(2);
    const withoutMs: number[] = [];
    for (let round = 0; round < options.quietRounds; round += 1) withoutMs.push(...(await playRound(pets)));

    const tokens: Readonly<Record<MemberRole, () => Promise<string>>> = {
      student: async () => (await takeSeat(url, code)).token,
      screen: async () => screenToken,
      teacher: async () => teacherToken,
    };
    const watched: Watched[] = [];
    for (const role of options.who) {
      const member = dial<MemberRole>({ url, role, code, token: await tokens[role]() });
      members.push(member);
      // It says who it is and reads nothing of what it is told: what has been read makes the kernels take more.
      await new Promise<void>((resolve) => member.socket.io.once('open', () => setImmediate(resolve)));
      watched.push(watchStalled(member, accepted));
    }
    const besideMs: number[] = [];
    const untilMs = performance.now() + GIVE_UP_MS;
    let rounds = 0;
    while (performance.now() < untilMs && watched.some(({ hasGone }) => !hasGone())) {
      besideMs.push(...(await playRound(pets)));
      rounds += 1;
    }
    const others = [pets.teacher, pets.screen, ...pets.students];
    const harm = others.filter(({ socket, gaps }) => !socket.connected || gaps() > 0).length;
    const droppedSlow = await figureOf(url, 'descenso_slow_clients_dropped_total');
    const unsentMostBytes = await figureOf(url, 'descenso_unsent_most_bytes');
    const largestStateBytes = Math.max(...pets.teacher.raw.map((text) => Buffer.byteLength(text)));
    const stalled = watched.map(({ end }) => end());
    const sizes = { largestStateBytes, unsentMostBytes };
    return { stalled, rounds, ...sizes, withoutMs, besideMs, harm, droppedSlow };
  } finally {
    for (const member of [pets, ...members]) member.close();
    await server.stop();
    data.remove();
  }
}

/** One round by hand in which everybody proposes; how long its step took to each student. */
async function playRound(pets: LiveClass): Promise<readonly number[]> {
  await pets.reach('nudge');
  await Promise.all(pets.students.map((pupil) => nudge(pupil)));
  const id = pets.teacher.view().round?.id;
  const pressedMs = performance.now();
  await pets.next();
  await pets.reach('adjust');
  const tookMs = pets.students.flatMap(({ heard }) => {
    const step = heard.findLast(
      ({ name, body }) =>
        name === 'student-frame' &&
        body.changed.round?.id === id &&
        body.changed.round?.phase.kind === 'adjust',
    );
    return step === undefined ? [] : [step.atMs - pressedMs];
  });
  await wait(ROUND_MS);
  return tookMs;
}

type Watched = { readonly hasGone: () => boolean; readonly end: () => Stalled };

/**
 * Stops its socket's reading, and looks at the server's end of it. A console goes on answering pings, as a page on a line
 * that is too slow does; a phone and a projector sleep.
 */
function watchStalled({ role, socket }: Member<MemberRole>, accepted: readonly NetSocket[]): Watched {
  // The WebSocket behind the library's transport, and the socket below it.
  const { ws } = socket.io.engine.transport as unknown as {
    readonly ws: { readonly _socket: NetSocket; readonly send: (text: string) => void };
  };
  const own = ws._socket;
  const alive = role === 'teacher' ? setInterval(() => ws.send(PONG), PONG_EVERY_MS) : undefined;
  const { port } = own.address() as AddressInfo; // a connection over TCP
  const theirs = accepted.find(({ remotePort }) => remotePort === port);
  if (theirs === undefined) throw new Error(`the server has no connection of the ${role}`);
  own.pause();
  const startMs = performance.now();
  const writtenBefore = theirs.bytesWritten;
  let hiddenBytes: number | null = null;
  let inSocketBytes = 0;
  let waitsSinceMs: number | null = null;
  let goneAtMs: number | null = null;
  const timer = setInterval(() => {
    const waits = theirs.writableLength;
    inSocketBytes = Math.max(inSocketBytes, waits);
    if (waits === 0) waitsSinceMs = null;
    else if (waitsSinceMs === null) {
      waitsSinceMs = performance.now();
      hiddenBytes = theirs.bytesWritten - waits - writtenBefore;
    }
  }, LOOK_EVERY_MS);
  theirs.once('close', () => {
    clearInterval(timer);
    clearInterval(alive);
    own.destroy();
    goneAtMs = performance.now();
  });
  return {
    hasGone: () => goneAtMs !== null,
    end: () => {
      clearInterval(timer);
      const since = (ms: number | null): number | null =>
        ms === null || goneAtMs === null ? null : Math.round(goneAtMs - ms);
      return {
        role,
        hiddenBytes,
        inSocketBytes,
        waitedMs: since(waitsSinceMs),
        goneAfterMs: since(startMs),
      };
    },
  };
}
