import type { EntranceProblem } from '../../state/entrance.svelte.ts';
import type { JoinText } from '../../text/join.ts';

/** Why somebody is still outside, in words. `seconds` is how long to wait, where waiting helps. */
export function problemText(
  { problems, tooManyTries }: JoinText,
  problem: EntranceProblem,
  seconds: number,
): string {
  switch (problem) {
    case 'slow-down':
      return tooManyTries(seconds);
    case 'unknown-code':
    case 'replaced':
    case 'locked':
    case 'full':
    case 'ended':
    case 'bad-name':
    case 'unknown-seat':
    case 'wrong-host':
    case 'unreachable':
    case 'saving':
      return problems[problem];
    case 'code-replaced':
      return problems.replaced;
    case 'session-locked':
      return problems.locked;
    case 'session-full':
      return problems.full;
    case 'session-ended':
      return problems.ended;
    case 'store-full':
      return problems.saving;
    default:
      // The rest cannot happen at this door unless something is wrong on our side.
      return problems.failed;
  }
}

/** Whether it is the name, not the code, that would not do. */
export function isAboutName(problem: EntranceProblem): boolean {
  return problem === 'bad-name' || problem === 'unknown-seat';
}
