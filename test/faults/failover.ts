import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createClient } from 'redis';
import { openRedisStore } from '../../server/journal/redis.ts';
import { sessionId } from '../../shared/session/ids.ts';
import { takeSeat } from '../helpers/http-class.ts';
import { openNodesClass } from '../helpers/nodes-class.ts';
import { startRedis } from '../helpers/redis-process.ts';
import { startSentinels } from '../helpers/redis-sentinels.ts';
import { startRedisSwitch } from '../helpers/redis-switch.ts';
import { brokenPromises } from './oracle.ts';
import { isInside, isTold, openPhone, type PhoneState } from './phones.ts';

/**
 * `npm run faults -- failover`: the network between a Redis and its replica is cut, with the servers on the side of the
 * primary, which goes on acknowledging; three sentinels make the replica primary, and what leads servers to the primary
 * follows them. Prints what became of what was acknowledged meanwhile (faults.md, S6); 1 where a promise broke.
 */
const { values } = parseArgs({ options: { students: { type: 'string', default: '30' } } });
const PATIENCE_MS = 30_000;

const primary = await startRedis();
const [between, toPrimary] = await Promise.all([
  startRedisSwitch(primary.url),
  startRedisSwitch(primary.url),
]);
const replica = await startRedis({ replicaof: `127.0.0.1 ${new URL(between.url).port}` });
const former = createClient({ url: primary.url }).on('error', () => undefined);
const later = createClient({ url: replica.url }).on('error', () => undefined);
await Promise.all([former.connect(), later.connect()]);
const sentinels = await startSentinels(between.url);
const pair = await openNodesClass({ students: 0, redis: primary, redisUrl: toPrimary.url });
const { code, session } = pair.pets.keys;
const doors = pair.nodes.map(({ url }) => url);
const phones = await Promise.all(
  Array.from({ length: Number(values.students) }, async (_, index) => {
    const url = doors[index % doors.length] ?? '';
    return openPhone(url, code, await takeSeat(url, code));
  }),
);
const everybody = (what: string, is: (state: PhoneState) => boolean): Promise<unknown> =>
  Promise.all(phones.map((phone) => phone.until(what, is, PATIENCE_MS)));
const epochOf = ({ picture }: PhoneState): number => picture?.epoch ?? 0;

try {
  await everybody('a seat', isInside);
  await pair.pets.reach('adjust');
  await pair.pets.reach('nudge');
  await everybody('the round and a weight', ({ picture, seat }) => {
    return picture?.view.round?.phase.kind === 'nudge' && (seat?.parameters.length ?? 0) > 0;
  });
  for (const phone of phones) phone.propose(1);
  await everybody('the tick', isTold);
  await until('the replica has it', async () => (await former.wait(1, 100)) === 1);
  await until('the sentinels know each other', sentinels.knowEachOther);

  const epoch = Math.max(...phones.map(({ state }) => epochOf(state())));
  const cutMs = performance.now();
  between.to(null);
  await until('the replica is alone', async () =>
    (await later.info('replication')).includes('link_status:down'),
  );
  for (const phone of phones) phone.propose(-1);
  await everybody('the tick of a primary that is alone', isTold);
  const acknowledgedAlone = phones.filter(({ state }) => epochOf(state()) === epoch).length;
  const promoted = Number(new URL(replica.url).port);
  await until('a new primary', async () => (await sentinels.primaryPort()) === promoted);
  const promotedMs = performance.now() - cutMs;
  const had = (await linesOf(replica.url)).length;

  const followedMs = performance.now();
  toPrimary.to(replica.url);
  await everybody('the class, opened anew, and all offered again', (state) => {
    const now = epochOf(state);
    return (
      isInside(state) && now > epoch && isTold(state) && state.outbox.kept.every((one) => one.epoch === now)
    );
  });
  const backMs = performance.now() - followedMs;
  between.to(primary.url);
  await until('the former primary follows', async () =>
    (await former.info('replication')).includes('role:slave'),
  );
  await pair.pets.reach('adjust');
  await wait(1_000);

  const lines = await linesOf(replica.url);
  const asked = phones.flatMap((phone) => phone.asked());
  const broken = brokenPromises(
    lines,
    asked,
    phones.flatMap((phone) => phone.shown()),
  );
  for (const sentence of broken) process.stdout.write(`BROKEN ${sentence}\n`);
  process.stdout.write(
    `${JSON.stringify({
      fault: 'failover',
      students: phones.length,
      acknowledged: asked.filter(({ answer }) => answer?.ok === true).length,
      acknowledgedAlone,
      eventsOfTheReplica: had,
      lost: broken.filter((sentence) => sentence.endsWith('lost')).length,
      doubled: broken.filter((sentence) => sentence.includes('filed')).length,
      broken: broken.length,
      promotedMs: Math.round(promotedMs),
      backMs: Math.round(backMs),
    })}\n`,
  );
  process.exitCode = broken.length === 0 && acknowledgedAlone === phones.length ? 0 : 1;
} finally {
  for (const phone of phones) phone.link.close();
  former.destroy();
  later.destroy();
  await pair.dispose();
  await Promise.all([replica.dispose(), sentinels.dispose(), between.close(), toPrimary.close()]);
}

async function linesOf(url: string) {
  const { journal } = await openRedisStore({ url, onTrouble: () => undefined });
  try {
    return await journal.read(sessionId(session), 1);
  } finally {
    await journal.close();
  }
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const untilMs = performance.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (performance.now() > untilMs) throw new Error(`waited in vain until ${what}`);
    await wait(100);
  }
}
