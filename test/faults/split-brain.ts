import type { Acknowledgement } from '../../shared/wire/down.ts';
import { nudgeId, nudgeUntilAnswered, type NodesClass } from '../helpers/nodes-class.ts';

export type SplitBrainTrial = {
  /** Until the students of the other server had their nudges acknowledged again. */
  readonly takeOverMs: number;
  /** Acknowledged by a server that had lost the class. */
  readonly acknowledgedByTheFormer: number;
  readonly refused: readonly string[];
  /** By which the nudges of this trial are known in the journal. */
  readonly nudges: readonly string[];
};

/**
 * Stops the server that plays a class for longer than its lease, lets another one take over, and lets it come back: it
 * must neither write nor acknowledge, and its people must go on where the class is played now (faults.md, S8).
 */
export async function splitBrain(pair: NodesClass, owner: 0 | 1, seq: number): Promise<SplitBrainTrial> {
  const { pets, nodes } = pair;
  const other = owner === 0 ? 1 : 0;
  const [near, far] = [pair.at(owner), pair.at(other)];
  const epoch = pets.students.reduce((last, pupil) => Math.max(last, pupil.at().epoch), 0);

  const stoppedMs = performance.now();
  nodes[owner].signal('SIGSTOP');
  const stale = near.map((pupil) => nudgeUntilAnswered(pupil, 1, seq));
  const moved = await Promise.all(far.map((pupil) => nudgeUntilAnswered(pupil, -1, seq)));
  const takeOverMs = performance.now() - stoppedMs;
  nodes[owner].resume();
  const late = await Promise.all(stale);
  for (const page of [pets.teacher, pets.screen, ...pets.students]) {
    await page.until('the class from its new server', ({ at }) => at().epoch > epoch, 20_000);
    if (page.gone() !== null) throw new Error(`a ${page.role} was let go: ${page.gone()}`);
  }
  const answers = [...late, ...moved];
  return {
    takeOverMs,
    acknowledgedByTheFormer: answers.filter((answer) => answer.ok && answer.epoch <= epoch).length,
    refused: answers.flatMap(codeOf),
    nudges: pets.students.map((pupil) => nudgeId(pupil, seq)),
  };
}

function codeOf(answer: Acknowledgement): readonly string[] {
  return answer.ok ? [] : [answer.refusal.code];
}
