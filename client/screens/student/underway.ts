import type { StudentIntent } from '../../../shared/wire/student-intents.ts';
import type { Session } from '../../state/session.svelte.ts';

/** What this phone knows of its own and its seat does not show yet. */
export type Underway = Pick<Session<'student'>, 'pending' | 'unseen'>;

/** The newest of it that answers one question: on its way, or acknowledged a moment ago; null where there is none. */
export function newest<Value>(
  { pending, unseen }: Underway,
  answer: (intent: StudentIntent) => Value | null,
): { readonly value: Value; readonly delivery: 'sending' | 'accepted' } | null {
  for (const [waiting, delivery] of [
    [pending, 'sending'],
    [unseen, 'accepted'],
  ] as const) {
    const value = waiting.reduce<Value | null>((found, { intent }) => answer(intent) ?? found, null);
    if (value !== null) return { value, delivery };
  }
  return null;
}
