import type { ApiFailure } from '../../link/ask.ts';
import type { SignInText } from '../../text/sign-in.ts';

/** Why the door of a teacher's page stays shut. */
export function signInProblem(text: SignInText, { error, ms }: ApiFailure): string {
  if (error === 'wrong-key') return text.wrong;
  if (error === 'slow-down') return text.wait(Math.ceil((ms ?? 1_000) / 1_000));
  return error === 'unreachable' ? text.unreachable : text.failed;
}
