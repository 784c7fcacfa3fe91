import type { TeacherView } from '../../shared/projection/views.ts';
import type { SessionKeys } from '../../shared/wire/http.ts';
import type { Member } from '../bots/member.ts';

type PhaseName = NonNullable<TeacherView['round']>['phase']['kind'];

/** Opens a class that waits for its teacher in everything. */
export async function openClass(url: string, key: string): Promise<SessionKeys> {
  const answer = await fetch(`${url}/api/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({
      lesson: 'pets',
      language: 'es',
      settings: { roundSeconds: null, closeRule: 'teacher' },
    }),
  });
  if (!answer.ok) throw new Error(`no class was opened: ${answer.status}`);
  return (await answer.json()) as SessionKeys; // the server's own answer
}

/** Presses the big button until the round stands in a phase. */
export async function reach(teacher: Member<TeacherView>, phase: PhaseName): Promise<void> {
  while (teacher.view().round?.phase.kind !== phase) {
    const { serial } = teacher.view();
    await ask(teacher, { kind: 'next', expected: serial });
    await teacher.until((view) => view.serial > serial);
  }
}

/** Asks, and again after the time it is told to wait. */
export async function ask(teacher: Member<TeacherView>, intent: object): Promise<void> {
  for (;;) {
    const answer = await teacher.ask(intent);
    if (answer.ok) return;
    if (answer.refusal.code !== 'slow-down') throw new Error(`refused: ${answer.refusal.code}`);
    const { ms = 200 } = answer.refusal;
    await new Promise((resolve) => setTimeout(resolve, ms));
  }
}
