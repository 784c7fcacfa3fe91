import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { createAttendance } from '../../../server/room/attendance.ts';
import type { Carrier, GuestId, Sender } from '../../../server/room/classroom.ts';
import type { GoneReason } from '../../../shared/wire/down.ts';
import { openRoomClass } from '../../helpers/room-class.ts';

const MINUTE_MS = 60_000;

async function seatAtTheDoor() {
  const pets = await openRoomClass();
  const [seat] = await pets.join(1);
  if (seat === undefined) throw new Error('somebody joined');
  const out: [GuestId | 'everybody', GoneReason][] = [];
  const carrier: Carrier = {
    toAudience: () => undefined,
    toGuest: () => undefined,
    showOut: (who, reason) => out.push([who, reason]),
  };
  const log = pino({ level: 'silent' });
  const attendance = createAttendance(pets.room, {
    clock: pets.clock,
    log,
    completeIntent: () => ({ ok: false, refusal: { code: 'not-now' } }),
  });
  const come = (guest: GuestId, agoMs: number, { instance, dial } = { instance: guest, dial: 1 }): void => {
    const sender: Sender = { role: 'student', seat, instance, dial };
    attendance.through(carrier).enter(guest, sender, { known: null, agoMs });
  };
  return { pets, out, come };
}

describe('two connections of one seat', () => {
  it('end with the newer one, whichever server lets it in first (T03)', async () => {
    const { out, come } = await seatAtTheDoor();
    come('newer', 100);
    come('half open', MINUTE_MS);
    expect(out).toEqual([['half open', 'opened-elsewhere']]);
  });

  it('end with the one that comes in last, where they came in the same moment', async () => {
    const { out, come } = await seatAtTheDoor();
    come('first', 90);
    come('second', 100);
    expect(out).toEqual([['first', 'opened-elsewhere']]);
  });

  it('end with the newer one also where it had to wait at the door', async () => {
    const { pets, out, come } = await seatAtTheDoor();
    come('older', 0);
    pets.clock.advance(MINUTE_MS);
    come('newer', 2_000);
    expect(out).toEqual([['older', 'opened-elsewhere']]);
  });

  it('end, where they are of one page, with the one it dialled last, however late the other is heard', async () => {
    const { pets, out, come } = await seatAtTheDoor();
    const page = 'page-of-seat';
    come('newer', 0, { instance: page, dial: 8 });
    pets.clock.advance(MINUTE_MS);
    come('half open', 0, { instance: page, dial: 7 });
    expect(out).toEqual([['half open', 'opened-elsewhere']]);
    come('newest', 2 * MINUTE_MS, { instance: page, dial: 9 });
    expect(out.splice(1)).toEqual([['newer', 'opened-elsewhere']]);
  });

  it('end with another page that came after, though a lost one of the page before is heard last', async () => {
    const { pets, out, come } = await seatAtTheDoor();
    const page = 'page-of-seat';
    come('before', 0, { instance: page, dial: 2 });
    pets.clock.advance(MINUTE_MS);
    come('copy', 0);
    come('half open', 0, { instance: page, dial: 1 });
    expect(out).toEqual([
      ['before', 'opened-elsewhere'],
      ['half open', 'opened-elsewhere'],
    ]);
  });
});
