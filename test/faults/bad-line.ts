import { setTimeout as wait } from 'node:timers/promises';
import { openChaosProxy, type ChaosProxy } from '../helpers/chaos-proxy.ts';
import { takeSeat } from '../helpers/http-class.ts';
import { openLiveClass } from '../helpers/live-class.ts';
import { startServerProcess, temporaryDataDir } from '../helpers/server-process.ts';
import { journalOf } from './journal-of.ts';
import { brokenPromises } from './oracle.ts';
import { isInside, isTold, openPhone, type Phone } from './phones.ts';

export type BadLine = {
  readonly cuts: number;
  /** From each proposal over a slow line to its tick. */
  readonly tickMs: readonly number[];
  readonly broken: readonly string[];
};

type OnLine = { readonly phone: Phone; readonly line: ChaosProxy };

/** A round trip of 400 ms, and one packet in twenty that has to be sent again. */
const SLOW = { kind: 'slow', eachWayMs: 200, stalls: 0.05 } as const;

/**
 * A class on bad lines, each phone on one of its own: first every line breaks after another number of bytes from the
 * server, counted from a proposal, so that acknowledgements are lost, torn and heard; then all are slow.
 */
export async function playOnBadLines(options: {
  readonly cutAfterBytes: readonly number[];
  readonly slowRounds: number;
}): Promise<BadLine> {
  const data = temporaryDataDir();
  const server = await startServerProcess({ dataDir: data.path });
  const pets = await openLiveClass(server.url, 0, { closeRule: 'teacher', roundSeconds: 600 });
  const { code, session } = pets.keys;
  const opened = await Promise.all(
    options.cutAfterBytes.map(async (bytes): Promise<OnLine> => {
      const line = await openChaosProxy(server.port, `line ${bytes}`);
      return { line, phone: openPhone(line.url, code, await takeSeat(server.url, code)) };
    }),
  );
  const all = (what: string, is: Parameters<Phone['until']>[1]): Promise<unknown> =>
    Promise.all(opened.map(({ phone }) => phone.until(what, is, 30_000)));
  try {
    await all('a seat', isInside);
    await pets.enterStage(0);
    await pets.reach('nudge');
    await all('the round', ({ picture }) => picture?.view.round?.phase.kind === 'nudge');

    await Promise.all(
      opened.map(async ({ phone, line }, index) => {
        line.suffer({ kind: 'cut-after', bytes: options.cutAfterBytes[index] ?? 0 });
        phone.propose(1);
        await phone.until('the break', ({ status }) => status.kind === 'reconnecting');
        line.suffer({ kind: 'none' });
        await phone.until('the answer', (state) => isInside(state) && isTold(state));
      }),
    );

    for (const { line } of opened) line.suffer(SLOW);
    const tickMs: number[] = [];
    for (let round = 0; round < options.slowRounds; round += 1) {
      await Promise.all(
        opened.map(async ({ phone }) => {
          const startMs = performance.now();
          phone.propose(round % 2 === 0 ? -1 : 1);
          await phone.until('the tick', isTold);
          tickMs.push(performance.now() - startMs);
        }),
      );
    }
    for (const { line } of opened) line.suffer({ kind: 'none' });
    // What waited on the slow lines arrives, and nothing is told any more.
    await wait(1_500);
    const asked = opened.flatMap(({ phone }) => phone.asked());
    const shown = opened.flatMap(({ phone }) => phone.shown());
    await server.end('SIGTERM');
    const broken = brokenPromises(await journalOf(data.path, session), asked, shown);
    return { cuts: opened.length, tickMs, broken };
  } finally {
    pets.close();
    for (const { phone } of opened) phone.link.close();
    await Promise.all(opened.map(({ line }) => line.close()));
    await server.kill();
    data.remove();
  }
}
