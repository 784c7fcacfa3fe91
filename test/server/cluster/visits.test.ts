import { expect, it } from 'vitest';
import { createDesk } from '../../../server/cluster/desk.ts';
import type { NodeDown, NodeVisitor } from '../../../server/cluster/messages.ts';
import { createNodeLines } from '../../../server/cluster/node-lines.ts';
import type { Carrier, Classroom, GuestId } from '../../../server/room/classroom.ts';
import { seatNumber, sessionId } from '../../../shared/session/ids.ts';

const ADA = sessionId('ada');
const STUDENT = { role: 'student', seat: seatNumber(1), instance: 'page-of-seat-1', dial: 1 } as const;
const TICK = { name: 'tick', body: { epoch: 1, version: 1, clock: { kind: 'off', ageMs: 0 } } } as const;

/** A class on one server, its people's sockets on another, and what is under way from the first to the second. */
function twoServers() {
  const inClass = new Map<GuestId, Carrier>();
  const underWay: NodeDown[] = [];
  let deliver: (message: NodeDown) => void = () => undefined;
  const desk = createDesk({
    classroom: (session, carrier): Classroom => ({
      session,
      enter: (guest) => inClass.set(guest, carrier),
      leave: (guest) => inClass.delete(guest),
      catchUp: () => undefined,
      ask: () => undefined,
      dismiss: () => {
        for (const [guest, through] of inClass) if (through === carrier) inClass.delete(guest);
      },
    }),
    calls: () => ({}),
    onMissed: () => undefined,
  });
  const lines = createNodeLines({
    addressOf: async () => 'there',
    dial: (_, __, { onHeard }) => {
      deliver = onHeard;
      const visitor: NodeVisitor = desk.receive((message) => underWay.push(message));
      return { say: visitor.hear, ask: visitor.answer, hangUp: visitor.gone };
    },
  });
  const heard: string[] = [];
  const come = async (name: string): Promise<Classroom> => {
    const classroom = await lines.classroom('owner', ADA, {
      toAudience: (audience) => heard.push(`${name}: ${audience}`),
      toGuest: (guest) => heard.push(`${name}: ${guest}`),
      showOut: () => undefined,
    });
    if (classroom === null) throw new Error('the other server lives');
    return classroom;
  };
  const arrive = (): void => underWay.splice(0).forEach((message) => deliver(message));
  return { inClass, heard, come, arrive };
}

it('ends one visit of a class and leaves the other, where a server came for it twice', async () => {
  const { inClass, heard, come, arrive } = twoServers();
  const stays = await come('stays');
  const goes = await come('goes');
  stays.enter('guest', STUDENT, { known: null, agoMs: 0 });
  goes.dismiss();
  expect([...inClass.keys()]).toEqual(['guest']);
  inClass.get('guest')?.toAudience('student', TICK);
  arrive();
  expect(heard).toEqual(['stays: student']);
});

it('tells a visit nothing that was still under way of the one before it', async () => {
  const { inClass, heard, come, arrive } = twoServers();
  const before = await come('before');
  before.enter('guest', STUDENT, { known: null, agoMs: 0 });
  inClass.get('guest')?.toGuest('guest', TICK);
  before.dismiss();
  const after = await come('after');
  after.enter('guest', STUDENT, { known: null, agoMs: 0 });
  inClass.get('guest')?.toGuest('guest', TICK);
  arrive();
  expect(heard).toEqual(['after: guest']);
});
