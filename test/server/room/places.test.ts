import { pino } from 'pino';
import { expect, it } from 'vitest';
import { JournalError } from '../../../server/journal/journal.ts';
import { createPlaces } from '../../../server/room/places.ts';
import { createRegistry } from '../../../server/room/registry.ts';
import { openRoomClass } from '../../helpers/room-class.ts';

it('opens a class for whoever comes, where the store did not give it when the server began', async () => {
  const { room, clock, store } = await openRoomClass();
  const log = pino({ level: 'silent' });
  const { catalogue } = store;
  let works = false;
  const rooms = createRegistry({
    journal: {
      ...store.journal,
      open: async (session) => {
        if (!works) throw new JournalError('broken', 'as the test asked');
        return store.journal.open(session);
      },
    },
    catalogue,
    clock,
    log,
  });
  const places = createPlaces({
    rooms,
    catalogue,
    clock,
    log,
    completeIntent: () => ({ ok: false, refusal: { code: 'not-now' } }),
  });
  await rooms.restore();
  expect(rooms.find(room.session)).toBeUndefined();
  await expect(places.whyClosed(room.session)).rejects.toThrow(JournalError);
  works = true;
  expect(await places.whyClosed(room.session)).toBeNull();
  expect(rooms.find(room.session)?.epoch).toBe(2);
});
