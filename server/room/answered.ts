import type { Acknowledgement } from '../../shared/wire/down.ts';
import { ROOM_LIMITS } from './room-limits.ts';

/**
 * The teacher's intents that have been answered, so that one sent again after a lost answer gets the same and is
 * not done twice. (A student's are known by the class's own facts.) A refusal is not kept: nothing was done, and
 * what was refused while the disk was full may go through when it is sent again.
 */
export type Answered = {
  /** The answer this intent got, or is about to get; asks for it only the first time. */
  readonly once: (
    instance: string,
    seq: number,
    ask: () => Promise<Acknowledgement>,
  ) => Promise<Acknowledgement>;
};

export function createAnswered(): Answered {
  const answers = new Map<string, Promise<Acknowledgement>>();

  async function forgetRefused(key: string, answer: Promise<Acknowledgement>): Promise<void> {
    if (!(await answer).ok) answers.delete(key);
  }

  return {
    once: (instance, seq, ask) => {
      const key = `${instance}:${seq}`;
      const known = answers.get(key);
      if (known !== undefined) return known;
      const answer = ask();
      answers.set(key, answer);
      void forgetRefused(key, answer);
      const [oldest] = answers.keys();
      if (answers.size > ROOM_LIMITS.answersKept && oldest !== undefined) answers.delete(oldest);
      return answer;
    },
  };
}
