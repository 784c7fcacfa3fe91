import { setTimeout as wait } from 'node:timers/promises';
import type { Member } from './member.ts';
import type { Tally } from './tally.ts';

/** Where a refusal does not say for how long. */
const WAIT_MS = 200;

/** Asks until it is done, now or when it was asked before; a teacher who presses faster than the server takes it waits as long as it says. */
export async function must<View>(teacher: Member<View>, intent: object): Promise<void> {
  for (;;) {
    const answer = await teacher.ask(intent);
    if (answer.ok || answer.refusal.code === 'already-done') return;
    if (answer.refusal.code !== 'slow-down')
      throw new Error(`the teacher was refused: ${answer.refusal.code}`);
    await wait(answer.refusal.ms ?? WAIT_MS);
  }
}

/** What a student hands in, told to the tally; whether it was taken. */
export async function handIn<View>(student: Member<View>, intent: object, tally: Tally): Promise<boolean> {
  for (;;) {
    const sent = performance.now();
    const answer = await student.ask(intent);
    if (answer.ok) {
      tally.acknowledged(performance.now() - sent);
      return true;
    }
    if (answer.refusal.code !== 'slow-down') {
      tally.refused();
      return false;
    }
    await wait(answer.refusal.ms ?? WAIT_MS);
  }
}
