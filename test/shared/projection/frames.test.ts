import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedSections } from '../../../shared/projection/frames.ts';
import { studentView } from '../../../shared/projection/student-view.ts';
import { openClassroom } from '../../helpers/classroom.ts';

describe('a frame', () => {
  it('carries the sections that changed, so that a snapshot and its frames end at the same view', () => {
    const room = openClassroom();
    room.join(1);
    room.bots(16);
    let shown = studentView(room.state());
    room.enter(3);
    for (let press = 0; press < 30; press++) {
      const now = studentView(room.state());
      const changed = changedSections(shown, now);
      shown = { ...shown, ...JSON.parse(JSON.stringify(changed ?? {})) };
      expect(shown).toEqual(now);
      room.next();
    }
  });

  it('is not sent when nothing changed', () => {
    const room = openClassroom();
    expect(changedSections(studentView(room.state()), studentView(room.state()))).toBeNull();
  });

  it('notices any change of content and nothing else', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const same = JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
        expect(changedSections({ section: one }, { section: other }) === null).toBe(same);
        expect(changedSections({ section: one }, { section: structuredClone(one) })).toBeNull();
      }),
    );
  });
});

/** The same content in one order of keys. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => ({ key, inner: sorted(inner) }));
  // A record without fields is no list without items.
  return { fields };
}
