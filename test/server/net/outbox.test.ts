import { describe, expect, it } from 'vitest';
import { INTAKE } from '../../../server/limits.ts';
import { createOutbox } from '../../../server/net/outbox.ts';
import { createFakeClock } from '../../helpers/fake-clock.ts';

/** A phone on a bad network: what is sent waits until the test says that the phone has taken it. */
function slowPhone() {
  const clock = createFakeClock();
  const unsent = { packets: 0, bytes: 0 };
  const did: string[] = [];
  const outbox = createOutbox(
    {
      unsent: () => unsent,
      leaveChannel: () => did.push('leave'),
      drop: () => did.push('drop'),
    },
    clock,
    () => did.push('catch up'),
  );
  return {
    clock,
    did,
    outbox,
    /** A state goes to the channel, as the hub sends it. */
    state: (bytes = 1_000) => {
      outbox.beforeState();
      if (outbox.isBehind()) return;
      unsent.packets += 1;
      unsent.bytes += bytes;
    },
    waiting: () => unsent.packets,
    take: () => {
      unsent.packets = 0;
      unsent.bytes = 0;
      outbox.drained();
    },
  };
}

describe('a phone that cannot keep up', () => {
  it('holds at most one unsent state (P20)', () => {
    const phone = slowPhone();
    for (let states = 0; states < 50; states++) phone.state();
    expect(phone.waiting()).toBe(1);
    expect(phone.did).toEqual(['leave']);
  });

  it('gets everything as it is once it has caught up, and every state after that', () => {
    const phone = slowPhone();
    for (let states = 0; states < 5; states++) phone.state();
    phone.take();
    expect(phone.did).toEqual(['leave', 'catch up']);
    phone.take();
    phone.state();
    phone.take();
    phone.state();
    expect(phone.did).toHaveLength(2);
  });

  it('is let go after ten seconds', () => {
    const phone = slowPhone();
    for (let states = 0; states < 2; states++) phone.state();
    phone.clock.advance(INTAKE.unsent.perSocket.behindMsMost);
    phone.outbox.beat();
    expect(phone.did).toEqual(['leave']);
    phone.clock.advance(1);
    phone.outbox.beat();
    expect(phone.did).toEqual(['leave', 'drop']);
  });

  it('is let go when too much waits for it', () => {
    const phone = slowPhone();
    phone.state(INTAKE.unsent.perSocket.bytesMost + 1);
    phone.outbox.beat();
    expect(phone.did).toEqual(['drop']);
  });

  it('costs a phone that keeps up nothing', () => {
    const phone = slowPhone();
    for (let states = 0; states < 50; states++) {
      phone.state();
      phone.take();
    }
    phone.outbox.beat();
    expect(phone.did).toEqual([]);
  });
});
