import * as v from 'valibot';
import type { RefusalCode } from '../../shared/session/refusals.ts';
import { studentUpSchema, teacherUpSchema } from '../../shared/wire/up.ts';
import { INTAKE } from '../limits.ts';
import type { Asked, Intent } from '../room/classroom.ts';

/** Any role's message has its shape read the same way; whether that role may ask for it is another question. */
const upSchema = v.union([studentUpSchema, teacherUpSchema]);

/** Fields that hold numbers: when only they are wrong, that is what is said. */
const NUMBERS: ReadonlySet<unknown> = new Set([
  'seq',
  'round',
  'parameter',
  'direction',
  'seat',
  'seats',
  'rounds',
  'animal',
  'answer',
  'example',
]);

/** Reads what a socket sent. Nothing of the raw form is kept: every object is a new one, made by the schema. */
export function readUp(raw: unknown): Asked | Extract<RefusalCode, 'malformed' | 'bad-number'> {
  if (!isSmall(raw)) return 'malformed';
  const read = v.safeParse(upSchema, raw);
  if (read.success) return { seq: read.output.seq, intent: withoutNegativeZero(read.output.intent) };
  return read.issues.every(isAboutNumber) ? 'bad-number' : 'malformed';
}

/** Whether anything may be made of it: not too deep for those who walk down it, no list that goes on for ever. */
function isSmall(value: unknown, depthLeft: number = INTAKE.message.perSocket.depthMost): boolean {
  if (typeof value !== 'object' || value === null) return true;
  const parts = Object.values(value);
  return (
    depthLeft > 0 &&
    parts.length <= INTAKE.message.perSocket.itemsMost &&
    parts.every((part) => isSmall(part, depthLeft - 1))
  );
}

function isAboutNumber(issue: v.BaseIssue<unknown>): boolean {
  const nested = issue.issues;
  if (nested !== undefined && issue.path === undefined) return nested.some(isAboutNumber);
  const isThere = issue.received !== 'undefined' && issue.expected !== 'never';
  return isThere && NUMBERS.has(issue.path?.at(-1)?.key);
}

/** JSON knows −0, and to every comparison but one it is 0. */
function withoutNegativeZero(intent: Intent): Intent {
  return 'direction' in intent && intent.direction === 0 ? { ...intent, direction: 0 } : intent;
}
