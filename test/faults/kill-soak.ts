import { setTimeout as wait } from 'node:timers/promises';
import { INTAKE } from '../../server/limits.ts';
import { createRng, seedFrom } from '../../shared/math/rng.ts';
import type { TakenSeat } from '../../shared/wire/http.ts';
import { takeSeat } from '../helpers/http-class.ts';
import { openLiveClass } from '../helpers/live-class.ts';
import { enter } from '../helpers/member.ts';
import { startServerProcess, temporaryDataDir } from '../helpers/server-process.ts';
import { journalOf } from './journal-of.ts';
import { brokenPromises } from './oracle.ts';
import { isInside, isTold, openPhone, type Phone } from './phones.ts';

export type KillSoak = {
  readonly students: number;
  readonly kills: number;
  readonly acknowledged: number;
  /** Promises broken, a sentence each. */
  readonly broken: readonly string[];
  /** From the moment the server was killed until each phone was back in its seat, over all kills. */
  readonly backMs: readonly number[];
  /** Milliseconds of the round that a kill took away beyond those that passed. */
  readonly roundLostMs: readonly number[];
};

const AT_ONCE = 20;
const { inLobbyMost } = INTAKE.crowd.perSession;
const { windowMs } = INTAKE.crowd.perAddress;

/**
 * A class whose server is killed again and again at a random moment while everybody nudges, and started again at
 * once, as `npm start` does. After the last one everybody comes to rest and the journal is held against what was promised.
 */
export async function soakInKills(options: {
  readonly students: number;
  readonly kills: number;
  readonly seed: string;
  readonly onkill?: (line: string) => void;
}): Promise<KillSoak> {
  const rng = createRng(seedFrom(options.seed));
  const data = temporaryDataDir();
  let server = await startServerProcess({ dataDir: data.path });
  const { url, port } = server;
  const pets = await openLiveClass(url, 0, { closeRule: 'teacher', roundSeconds: 600 });
  const { keys } = pets;
  const phones: Phone[] = [];
  const backMs: number[] = [];
  const roundLostMs: number[] = [];
  try {
    while (phones.length < options.students) {
      // More than any lecture hall at once would be held at the door as a crowd.
      if (phones.length > 0 && phones.length % inLobbyMost === 0) await wait(windowMs);
      const batch = Math.min(AT_ONCE, options.students - phones.length);
      const seats = await Promise.all(Array.from({ length: batch }, () => patientSeat(url, keys.code)));
      phones.push(...seats.map((seat) => openPhone(url, keys.code, seat)));
    }
    await everybody(phones, 'a seat', isInside);
    await pets.enterStage(2);
    await pets.reach('nudge');
    await everybody(phones, 'the round', ({ picture }) => picture?.view.round?.phase.kind === 'nudge');

    for (let kill = 1; kill <= options.kills; kill += 1) {
      const nudging = phones.map(async (phone) => {
        await wait(rng.next() * 400);
        phone.propose(rng.next() < 0.5 ? 1 : -1);
      });
      await wait(rng.next() * 400);
      const before = clockOf(phones);
      const epoch = Math.max(...phones.map(({ state }) => state().picture?.epoch ?? 0));
      const killedMs = performance.now();
      await server.kill();
      const starting = startServerProcess({ dataDir: data.path, port });
      const back = phones.map(async (phone) => {
        await phone.until(
          'its seat again',
          (state) => isInside(state) && (state.picture?.epoch ?? 0) > epoch,
          120_000,
        );
        return performance.now() - killedMs;
      });
      server = await starting;
      const took = await Promise.all(back);
      backMs.push(...took);
      await Promise.all(nudging);
      await everybody(phones, 'an answer', isTold);
      const after = clockOf(phones);
      if (before !== null && after !== null)
        roundLostMs.push(before - after - (performance.now() - killedMs));
      options.onkill?.(`kill ${kill}: all ${phones.length} back after ${Math.round(Math.max(...took))} ms`);
    }

    const teacher = await enter({ url, role: 'teacher', code: keys.code, token: keys.teacherToken });
    await teacher.until('everybody here', (page) => page.view().class.present === phones.length, 20_000);
    await teacher.send({ kind: 'next', expected: teacher.view().serial });
    await everybody(phones, 'the step', ({ picture }) => picture?.view.step !== null);
    await wait(600);
    const asked = phones.flatMap((phone) => phone.asked());
    const shown = phones.flatMap((phone) => phone.shown());
    teacher.close();
    await server.end('SIGTERM');
    const broken = brokenPromises(await journalOf(data.path, keys.session), asked, shown);
    const acknowledged = asked.filter(({ answer }) => answer?.ok === true).length;
    return { students: phones.length, kills: options.kills, acknowledged, broken, backMs, roundLostMs };
  } finally {
    pets.close();
    for (const { link } of phones) link.close();
    await server.kill();
    data.remove();
  }
}

async function everybody(
  phones: readonly Phone[],
  what: string,
  is: Parameters<Phone['until']>[1],
): Promise<void> {
  await Promise.all(phones.map((phone) => phone.until(what, is, 60_000)));
}

/** What is left of the round, by the first phone that has a running clock. */
function clockOf(phones: readonly Phone[]): number | null {
  for (const { state } of phones) {
    const { clock } = state();
    if (clock.kind === 'running') return clock.deadlineMs - performance.now();
  }
  return null;
}

/** A connection that the server has closed just then is no answer, nor is "slow down": a phone's page asks again. */
async function patientSeat(url: string, code: string): Promise<TakenSeat> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await takeSeat(url, code);
    } catch (error) {
      if (tries > 60) throw error;
      await wait(500);
    }
  }
}
