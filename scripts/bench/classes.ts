import { setTimeout as wait } from 'node:timers/promises';
import { quantile, rounded } from '../lib/figures.ts';
import { printLine } from './load/bench-line.ts';
import { startBenchServer } from './load/bench-server.ts';
import { enterStage, openLightClass, openRound, pressNext, type LightClass } from './load/light-class.ts';

export type ClassesSizes = {
  readonly classes: number;
  readonly students: number;
  readonly rounds: number;
  /** How long a class thinks in each round. A real one takes half a minute or more. */
  readonly roundMs: number;
};

const USUAL: ClassesSizes = { classes: 100, students: 30, rounds: 4, roundMs: 15_000 };

const AGAIN_MS = 200;

/**
 * Many classes on one server, each playing rounds by hand at a pace of its own: what that takes of the server's
 * processor, how long ticks take, and what travels. The server's own time is told, since the students share its machine.
 */
export async function benchClasses(json: boolean, sizes: ClassesSizes = USUAL): Promise<void> {
  const server = await startBenchServer();
  const emptyBytes = server.residentBytes();
  const rooms: LightClass[] = [];
  try {
    for (let number = 0; number < sizes.classes; number++) {
      const room = await openLightClass(server, sizes.students, number);
      await enterStage(room.teacher, 0);
      rooms.push(room);
    }
    const receivedBefore = received(rooms);
    const processorBefore = server.processorMs();
    const start = performance.now();
    const times = (await Promise.all(rooms.map((room) => playRounds(room, sizes)))).flat();
    const elapsedMs = performance.now() - start;
    const processorMs = server.processorMs() - processorBefore;
    const students = sizes.classes * sizes.students;
    printLine(
      {
        bench: 'classes',
        classes: sizes.classes,
        students,
        rounds: sizes.rounds,
        roundSeconds: rounded(sizes.roundMs / 1_000),
        cpuPercent: rounded((processorMs / elapsedMs) * 100),
        p50Ms: rounded(quantile(times, 0.5)),
        p99Ms: rounded(quantile(times, 0.99)),
        loopDelayP99Ms: rounded((await server.metric('descenso_event_loop_delay_p99_seconds')) * 1_000),
        bytesPerStudentAndRound: Math.round((received(rooms) - receivedBefore) / students / sizes.rounds),
        megabytes: rounded(server.residentBytes() / 1e6),
        kilobytesPerStudent: rounded((server.residentBytes() - emptyBytes) / 1_024 / students),
      },
      json,
    );
  } finally {
    for (const room of rooms) room.close();
    await server.stop();
  }
}

/** Every student proposes once a round, whenever it has made up its mind; how long each tick took. */
async function playRounds(room: LightClass, { rounds, roundMs }: ClassesSizes): Promise<number[]> {
  const times: number[] = [];
  await wait(Math.random() * roundMs);
  for (let played = 0; played < rounds; played++) {
    const round = await openRound(room);
    const nudges = room.students.map(async ({ client, owns }) => {
      await wait(Math.random() * roundMs);
      const parameter = owns()[0] ?? 0;
      const asked = performance.now();
      // A class whose disk keeps it waiting is paused: its students try again.
      for (;;) {
        const nudge = { kind: 'nudge', round, parameter, direction: 1, size: 'normal' };
        const answer = await client.ask(nudge, played + 1);
        if (answer.ok) break;
        if (answer.refusal.code !== 'paused') throw new Error(`a nudge was refused: ${answer.refusal.code}`);
        await wait(AGAIN_MS);
      }
      times.push(performance.now() - asked);
    });
    await Promise.all(nudges);
    await pressNext(room.teacher);
  }
  return times;
}

function received(rooms: readonly LightClass[]): number {
  return rooms
    .flatMap(({ students }) => students)
    .reduce((sum, { client }) => sum + client.receivedBytes(), 0);
}
