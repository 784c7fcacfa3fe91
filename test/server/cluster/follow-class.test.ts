import { describe, expect, it } from 'vitest';
import { followClass, type Seek } from '../../../server/cluster/follow-class.ts';
import type { Acknowledge, Arrival, Carrier, Classroom, GuestId } from '../../../server/room/classroom.ts';
import { seatNumber, sessionId } from '../../../shared/session/ids.ts';
import type { Holder } from '../../../server/room/places.ts';
import type { GoneReason } from '../../../shared/wire/down.ts';

const ADA = sessionId('ada');
const STUDENT = { role: 'student', seat: seatNumber(1), instance: 'page-of-seat-1', dial: 1 } as const;
const NEW = { known: null, agoMs: 0 } as const;
const ASKED = { seq: 1, intent: { kind: 'leave' } } as const;
const DONE = { ok: true, epoch: 2, version: 9 } as const;
const TICK = { name: 'tick', body: { epoch: 1, version: 1, clock: { kind: 'off', ageMs: 0 } } } as const;

/** A server that plays the class: it notes who enters and asks, and answers when the test says so. */
function server() {
  const entered: GuestId[] = [];
  const arrivals: Arrival[] = [];
  const asked: Acknowledge[] = [];
  let carrier: Carrier | null = null;
  const classroom: Classroom = {
    session: ADA,
    enter: (guest, _, arrival) => {
      entered.push(guest);
      arrivals.push(arrival);
    },
    leave: (guest) => entered.splice(entered.indexOf(guest), 1),
    catchUp: () => undefined,
    ask: (_, __, acknowledge) => asked.push(acknowledge),
    dismiss: () => entered.splice(0),
  };
  return {
    entered,
    arrivals,
    asked,
    open: (to: Carrier): Classroom => {
      carrier = to;
      return classroom;
    },
    say: (): void => carrier?.toAudience('student', TICK),
    showOut: (who: GuestId | 'everybody', reason: GoneReason): void => carrier?.showOut(who, reason),
  };
}

/** Whoever holds the sockets. */
function sockets() {
  const heard: string[] = [];
  const out: [GuestId, GoneReason][] = [];
  const holder: Holder = {
    toAudience: (audience) => heard.push(audience),
    toGuest: (guest) => heard.push(guest),
    showOut: (who, reason) => out.push([who, reason]),
    classLeft: () => heard.push('class left'),
  };
  return { heard, out, holder };
}

describe('a class that moves from one server to another', () => {
  it('takes along who is in, and what was asked and not answered', async () => {
    const [first, second] = [server(), server()];
    const places = [first, second];
    const { out, holder } = sockets();
    const seek: Seek = (to) => Promise.resolve(places.shift()?.open(to) ?? null);
    const followed = followClass(ADA, holder, seek);
    followed.enter('guest', STUDENT, NEW);
    await expect.poll(() => first.entered).toEqual(['guest']);

    const answers: unknown[] = [];
    followed.ask('guest', ASKED, (answer) => answers.push(answer));
    expect(first.asked).toHaveLength(1);
    first.showOut('everybody', 'restarting');
    await expect.poll(() => second.entered).toEqual(['guest']);
    expect(first.entered).toEqual([]);
    expect(second.asked).toHaveLength(1);
    second.asked[0]?.(DONE);
    second.asked[0]?.(DONE);
    first.asked[0]?.(DONE);
    expect(answers).toEqual([DONE]);
    expect(out).toEqual([]);
  });

  it('takes a yes of its former server for an answer, and no refusal', async () => {
    const [first, second] = [server(), server()];
    const places = [first, second];
    const followed = followClass(ADA, sockets().holder, (to) =>
      Promise.resolve(places.shift()?.open(to) ?? null),
    );
    followed.enter('guest', STUDENT, NEW);
    await expect.poll(() => first.entered).toEqual(['guest']);
    const answers: unknown[] = [];
    followed.ask('guest', ASKED, (answer) => answers.push(answer));
    followed.ask('guest', { ...ASKED, seq: 2 }, (answer) => answers.push(answer));
    followed.seekAgain();
    await expect.poll(() => second.asked).toHaveLength(2);
    first.asked[0]?.({ ok: false, refusal: { code: 'not-now' } });
    expect(answers).toEqual([]);
    first.asked[1]?.(DONE);
    second.asked[0]?.(DONE);
    expect(answers).toEqual([DONE, DONE]);
  });

  it('says of everybody whom it takes along how long ago they came', async () => {
    const [first, second] = [server(), server()];
    const places = [first, second];
    let nowMs = 0;
    const seek: Seek = (to) => Promise.resolve(places.shift()?.open(to) ?? null);
    const followed = followClass(ADA, sockets().holder, seek, { nowMs: () => nowMs });
    followed.enter('guest', STUDENT, { known: { epoch: 1, version: 7 }, agoMs: 30 });
    await expect.poll(() => first.arrivals).toEqual([{ known: { epoch: 1, version: 7 }, agoMs: 30 }]);
    nowMs = 400;
    followed.seekAgain();
    await expect.poll(() => second.arrivals).toEqual([{ known: null, agoMs: 430 }]);
  });

  it('is heard from the server that plays it and from no former one', async () => {
    const [first, second] = [server(), server()];
    const places = [first, second];
    const { heard, out, holder } = sockets();
    const followed = followClass(ADA, holder, (to) => Promise.resolve(places.shift()?.open(to) ?? null));
    followed.enter('guest', STUDENT, NEW);
    await expect.poll(() => first.entered).toEqual(['guest']);
    followed.seekAgain();
    await expect.poll(() => second.entered).toEqual(['guest']);
    first.say();
    first.showOut('everybody', 'ended');
    expect([heard, out]).toEqual([['class left'], []]);
    second.say();
    expect(heard).toEqual(['class left', 'student']);
  });

  it('is looked for until somebody plays it; what is asked meanwhile waits', async () => {
    const late = server();
    let looks = 0;
    const { holder } = sockets();
    const followed = followClass(ADA, holder, (to) => Promise.resolve(++looks < 3 ? null : late.open(to)));
    followed.enter('guest', STUDENT, NEW);
    followed.ask('guest', ASKED, () => undefined);
    await expect.poll(() => late.asked.length).toBe(1);
    expect(late.entered).toEqual(['guest']);
  });

  it('shows everybody out with the reason once it is over, and who comes after to the door', async () => {
    const { out, holder } = sockets();
    const followed = followClass(ADA, holder, () => Promise.resolve('ended'));
    followed.enter('guest', STUDENT, NEW);
    await expect.poll(() => out).toEqual([['everybody', 'ended']]);
    followed.enter('late', STUDENT, NEW);
    expect(out.at(-1)).toEqual(['late', 'restarting']);
  });

  it('forgets what a guest asked who has left', async () => {
    const [first, second] = [server(), server()];
    const places = [first, second];
    const followed = followClass(ADA, sockets().holder, (to) =>
      Promise.resolve(places.shift()?.open(to) ?? null),
    );
    followed.enter('guest', STUDENT, NEW);
    await expect.poll(() => first.entered).toEqual(['guest']);
    followed.ask('guest', ASKED, () => undefined);
    followed.leave('guest');
    followed.seekAgain();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([second.entered, second.asked]).toEqual([[], []]);
  });
});
