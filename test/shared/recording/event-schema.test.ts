import type * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { isEvent, type EVENT_SCHEMAS } from '../../../shared/recording/event-schema.ts';
import type { SessionEvent } from '../../../shared/session/events.ts';
import type { SeatNumber } from '../../../shared/session/ids.ts';
import { playSmallClass } from '../../helpers/small-class.ts';

/** Readonly to the last list; a schema's own lists may be written to. */
type Deep<T> = T extends SeatNumber ? T : T extends object ? { readonly [Key in keyof T]: Deep<T[Key]> } : T;
type Checked<Type extends SessionEvent['type']> = Deep<v.InferOutput<(typeof EVENT_SCHEMAS)[Type]>>;
type Written<Type extends SessionEvent['type']> = Deep<Extract<SessionEvent, { type: Type }>>;

describe('the schema of the events', () => {
  it('says what the events’ types say, both ways', () => {
    type EachEvent = { [Type in SessionEvent['type']]: Written<Type> };
    type EachSchema = { [Type in SessionEvent['type']]: Checked<Type> };
    // Held by the compiler: each of these does not compile if the other side has a field it does not know.
    const written = (checked: EachSchema): EachEvent => checked;
    const checked = (written: EachEvent): EachSchema => written;
    expect([written, checked]).toHaveLength(2);
  });
  const events = playSmallClass().map(({ json }) => (JSON.parse(json) as { event: SessionEvent }).event);

  it('knows every event of a class', () => {
    for (const event of events) expect(isEvent(event) ? 'known' : event).toBe('known');
  });

  it('refuses an event with a field more, or with one less', () => {
    for (const event of events) {
      expect(isEvent({ ...event, more: 1 })).toBe(false);
      for (const field of Object.keys(event)) {
        const { [field as 'type']: _, ...less } = event;
        expect(isEvent(less)).toBe(false);
      }
    }
  });

  it('refuses what is no event, whatever it is called', () => {
    const called = ['constructor', 'toString', '__proto__', 'nudge', '', 7, null, ['nudged']];
    const nothings = [null, undefined, 1, 'nudged', [], {}, ...called.map((type) => ({ type }))];
    for (const nothing of nothings) expect(isEvent(nothing)).toBe(false);
  });
});
