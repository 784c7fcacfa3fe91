import { pino } from 'pino';
import { expect, it } from 'vitest';
import { createCluster } from '../../../server/cluster/cluster.ts';
import { createDesk } from '../../../server/cluster/desk.ts';
import type { Catalogue } from '../../../server/journal/catalogue.ts';
import type { Journal } from '../../../server/journal/journal.ts';
import type { Ownership } from '../../../server/journal/ownership.ts';
import { createRegistry } from '../../../server/room/registry.ts';
import { seatNumber, sessionId } from '../../../shared/session/ids.ts';
import { openSession } from '../../../shared/session/open-session.ts';
import { createFakeClock } from '../../helpers/fake-clock.ts';
import { machineSetup } from '../../helpers/machine-lesson.ts';
import { throughTime, type Doing } from '../../simulation/store/at-once.ts';
import { createCatalogueInMemory } from '../../simulation/store/catalogue-in-memory.ts';
import { createEventsInMemory } from '../../simulation/store/events-in-memory.ts';

const ADA = sessionId('ada');
const AT_ONCE: Doing = async (_, work) => work();
/** A lease that lives: the class is this server's, whether it plays it or not. */
const OWNERSHIP: Ownership = {
  node: 'own',
  join: async () => undefined,
  claim: async () => 'own',
  ownerOf: async () => 'own',
  addressOf: async () => null,
  release: async () => undefined,
  leave: async () => undefined,
};

it('opens a class of its own again, when people of another server come for it', async () => {
  const clock = createFakeClock();
  const log = pino({ level: 'silent' });
  const events = createEventsInMemory();
  const catalogue = throughTime<Catalogue>(createCatalogueInMemory(events.epochOf), AT_ONCE);
  const journal: Journal = {
    ...throughTime<Omit<Journal, 'close'>>(events, AT_ONCE),
    close: async () => undefined,
  };
  const rooms = createRegistry({ journal, catalogue, clock, log, ownership: OWNERSHIP });
  const lost = await rooms.begin(ADA, openSession(machineSetup(), 'KM2345'));
  await catalogue.addSession({ id: ADA, lesson: 'pets', language: 'es', createdAtMs: 0 });
  rooms.admit(lost);
  lost.lose();
  expect(rooms.find(ADA)).toBeUndefined();

  const cluster = createCluster({
    ownership: OWNERSHIP,
    rooms,
    journal,
    catalogue,
    here: { classroom: () => null },
    lines: { classroom: async () => null, call: async () => null, hangUp: () => undefined },
    clock,
    log,
    chance: () => 0,
  });
  const told: unknown[] = [];
  const desk = createDesk({ classroom: () => null, calls: () => ({}), onMissed: cluster.lookAfter });
  desk
    .receive((message) => told.push(message))
    .hear({
      kind: 'enter',
      session: ADA,
      visit: 1,
      guest: 'guest',
      sender: { role: 'student', seat: seatNumber(1), instance: 'page-of-seat-1', dial: 1 },
      arrival: { known: null, agoMs: 0 },
    });
  expect(told).toEqual([{ kind: 'show-out', visit: 1, who: 'everybody', reason: 'restarting' }]);
  await expect.poll(() => rooms.find(ADA)?.epoch).toBe(2);
});
