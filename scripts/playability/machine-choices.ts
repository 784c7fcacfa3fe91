import { createRng, seedFrom } from '../../shared/math/rng.ts';
import type { Classroom } from '../../shared/rehearsal/classroom.ts';
import { materialOf } from '../../shared/session/setup.ts';

/** What a teacher may choose of a machine, and what a class's seed therefore changes. */
export type MachineChoices = {
  /** A multiple of the lesson's learning rate. */
  readonly pace: number;
  /** Examples a step looks at, as a share of all; null is all of them, in one batch. */
  readonly share: number | null;
};

const PACES = [0.75, 1, 4 / 3] as const;
const SHARES = [null, 1 / 2] as const;

/** The order of mini-batches is the session's seed's; data and start are pinned and the same for all classes. */
export function machineChoices(seed: number): MachineChoices {
  const rng = createRng(seedFrom('machine choices', seed));
  return { pace: PACES[rng.below(PACES.length)] ?? 1, share: SHARES[rng.below(SHARES.length)] ?? null };
}

/** The batch a class's seed chooses on the examples of a stage. */
export function batchSizeIn(room: Classroom, stage: number, { share }: MachineChoices): number | null {
  const examples = materialOf(room.state().setup, stage).data.training.length;
  return share === null ? null : Math.ceil(examples * share);
}
