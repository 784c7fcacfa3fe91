import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIngress, type Ingested } from '../../../server/net/ingress.ts';
import { INTAKE } from '../../../server/limits.ts';
import type { Sender } from '../../../server/room/classroom.ts';
import { seatNumber } from '../../../shared/session/ids.ts';
import { PERMISSIONS } from '../../../shared/session/permissions.ts';
import { SAMPLE_INTENTS } from '../../helpers/sample-intents.ts';

const STUDENT: Sender = { role: 'student', seat: seatNumber(3), instance: 'page-of-seat-3', dial: 1 };
const TEACHER: Sender = { role: 'teacher', instance: 'teachers-laptop' };
const SCREEN: Sender = { role: 'screen', instance: 'the-projector' };
const NUDGE = { kind: 'nudge', round: 1, parameter: 0, direction: 1, size: 'normal' };

const ingressOf = (sender: Sender) => createIngress(sender, () => 0);
const codeOf = (ingested: Ingested) => (ingested.kind === 'refused' ? ingested.refusal.code : 'accepted');

describe('the door of a class', () => {
  it.each([
    ['a sender of its own', { seq: 1, intent: { ...NUDGE, seat: 5 } }],
    ['a role of its own', { seq: 1, role: 'teacher', intent: NUDGE }],
    ['an own __proto__', JSON.parse('{"seq":1,"intent":{"kind":"leave","__proto__":{"polluted":true}}}')],
    [
      'a constructor',
      JSON.parse('{"seq":1,"intent":{"kind":"leave","constructor":{"prototype":{"polluted":1}}}}'),
    ],
    ['no intent', { seq: 1 }],
    ['a kind nobody knows', { seq: 1, intent: { kind: 'become-teacher' } }],
    ['a command of the room itself', { seq: 1, intent: { kind: 'clock-ran-out', expected: 1 } }],
    ['a list', [1, NUDGE]],
    ['nothing', null],
    ['a text', 'nudge'],
    ['a list deep inside it', { seq: 1, intent: JSON.parse(`${'['.repeat(1_900)}${']'.repeat(1_900)}`) }],
    ['a long list', { seq: 1, intent: { ...NUDGE, size: Array.from({ length: 2_000 }, () => 0) } }],
    ['a size nobody knows', { seq: 1, intent: { ...NUDGE, size: 'huge' } }],
    ['bytes', { seq: 1, intent: new Uint8Array(8) }],
  ])('refuses a message with %s as malformed', (_, raw) => {
    expect(codeOf(ingressOf(STUDENT).read(raw))).toBe('malformed');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it.each([
    ['NaN', NaN],
    ['infinity', Infinity],
    ['1e400, which arrives as infinity', JSON.parse('1e400')],
    ['1e308', 1e308],
    ['a text', '0.1'],
    ['a list', []],
    ['a fraction', 0.5],
    ['two', 2],
    ['null', null],
  ])('refuses %s for a direction as a bad number (I4)', (_, direction) => {
    expect(codeOf(ingressOf(STUDENT).read({ seq: 1, intent: { ...NUDGE, direction } }))).toBe('bad-number');
    expect(
      codeOf(
        ingressOf(STUDENT).read({
          seq: 1,
          intent: { ...NUDGE, parameter: direction === 2 ? -2 : direction },
        }),
      ),
    ).toBe('bad-number');
  });

  it('takes a nudge whose numbers are whole and in their bounds, and no other JSON there is (I4)', () => {
    const field = fc.constantFrom('round', 'parameter', 'direction', 'size', 'kind', 'seq');
    fc.assert(
      fc.property(field, fc.jsonValue({ maxDepth: 6 }), (name, value) => {
        const raw =
          name === 'seq' ? { seq: value, intent: NUDGE } : { seq: 1, intent: { ...NUDGE, [name]: value } };
        const read = ingressOf(STUDENT).read(JSON.parse(JSON.stringify(raw)));
        if (read.kind === 'refused') return ['bad-number', 'malformed'].includes(read.refusal.code);
        return Number.isInteger(value) || value === NUDGE[name as keyof typeof NUDGE];
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes −0 for the 0 it is', () => {
    const read = ingressOf(STUDENT).read({ seq: 1, intent: { ...NUDGE, direction: -0 } });
    expect(read).toMatchObject({ asked: { intent: { direction: 0 } } });
  });

  it('keeps nothing of the raw message', () => {
    const raw = { seq: 1, intent: { ...NUDGE } };
    const read = ingressOf(STUDENT).read(raw);
    raw.intent.direction = -1;
    expect(read).toMatchObject({ asked: { intent: { direction: 1 } } });
  });

  it('closes after three malformed messages in a row, and not after two and a good one (P10)', () => {
    const ingress = ingressOf(STUDENT);
    const closes = (raw: unknown): boolean => {
      const read = ingress.read(raw);
      return read.kind === 'refused' && read.close;
    };
    expect([
      closes(1),
      closes(2),
      closes({ seq: 1, intent: NUDGE }),
      closes(3),
      closes(4),
      closes(5),
    ]).toEqual([false, false, false, false, false, true]);
  });

  it('answers haste with the time to wait, and hangs up on who does not listen (P11)', () => {
    const ingress = createIngress(STUDENT, () => 120);
    const first = ingress.read({ seq: 1, intent: NUDGE });
    expect(first).toEqual({ kind: 'refused', refusal: { code: 'slow-down', ms: 120 }, close: false });
    const rest = Array.from({ length: INTAKE.hastyIntent.perSocket.inARowMost }, () =>
      ingress.read({ seq: 2, intent: NUDGE }),
    );
    expect(rest.at(-1)).toMatchObject({ close: true });
  });
});

describe('who may ask for what, by socket', () => {
  const senders = [STUDENT, TEACHER, SCREEN];
  const rows = SAMPLE_INTENTS.flatMap((intent) =>
    senders.map((sender) => [sender.role, intent.kind, sender, intent] as const),
  );
  it.each(rows)('a %s that asks for %s', (role, kind, sender, intent) => {
    const expected = PERMISSIONS[kind].includes(role) ? 'accepted' : 'not-allowed';
    expect(codeOf(ingressOf(sender).read({ seq: 1, intent }))).toBe(expected);
  });
});
