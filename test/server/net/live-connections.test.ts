import { describe, expect, it } from 'vitest';
import { INTAKE } from '../../../server/limits.ts';
import { createLiveConnections, type Visitor } from '../../../server/net/live-connections.ts';

function school() {
  const live = createLiveConnections();
  const hungUp: string[] = [];
  const enter = (name: string, visitor: Partial<Visitor> = {}) =>
    live.enter({
      address: '10.0.0.1',
      session: 'class',
      role: visitor.seat === undefined ? 'screen' : 'student',
      seat: null,
      hangUp: () => hungUp.push(name),
      ...visitor,
    });
  return { live, hungUp, enter };
}

describe('connections that live', () => {
  it('are two of a seat, the newest: a third ends the oldest and no other seat’s', () => {
    const { hungUp, enter } = school();
    for (const name of ['first', 'second', 'third']) enter(name, { seat: 1 });
    enter('neighbour', { seat: 2 });
    enter('same number elsewhere', { seat: 1, session: 'other' });
    expect(hungUp).toEqual(['first']);
  });

  it('that have gone make room', () => {
    const { hungUp, enter } = school();
    for (let reload = 0; reload < 10; reload += 1) enter(`reload ${reload}`, { seat: 1 })();
    expect(hungUp).toEqual([]);
  });

  it('of a full class are all in while it comes back over connections that still seem to live', () => {
    const { live, hungUp, enter } = school();
    for (let seat = 1; seat <= 1_000; seat += 1) enter(`old ${seat}`, { seat });
    for (let seat = 1; seat <= 1_000; seat += 1) enter(`new ${seat}`, { seat });
    expect(hungUp).toHaveLength(2_000 - INTAKE.connection.perSession.liveMost);
    expect(hungUp.every((name) => name.startsWith('old'))).toBe(true);
    expect(live.seatsBehind('10.0.0.1')).toBe(1_000);
  });

  it('of a thousand projectors put out the oldest projectors, and neither teacher nor student', () => {
    const { hungUp, enter } = school();
    enter('teacher', { role: 'teacher' });
    for (let seat = 1; seat <= 30; seat += 1) enter(`seat ${seat}`, { seat });
    for (let screen = 0; screen < 1_300; screen += 1) enter(`screen ${screen}`);
    expect(hungUp.slice(0, 2)).toEqual(['screen 0', 'screen 1']);
    expect(hungUp).toHaveLength(1_331 - INTAKE.connection.perSession.liveMost);
    expect(hungUp.every((name) => name.startsWith('screen'))).toBe(true);
  });

  it('tell how many seats play behind an address', () => {
    const { live, enter } = school();
    const leave = enter('phone', { seat: 1 });
    enter('the same, again', { seat: 1 });
    enter('screen');
    enter('elsewhere', { seat: 2, address: '10.0.0.2' });
    expect([live.seatsBehind('10.0.0.1'), live.seatsBehind('10.0.0.2'), live.seatsBehind('')]).toEqual([
      1, 1, 0,
    ]);
    leave();
    expect(live.seatsBehind('10.0.0.1')).toBe(1);
  });
});
