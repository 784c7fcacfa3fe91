import type { DraftStage, LessonDraft } from './draft.ts';
import type { StageKind } from '../session/stages.ts';

/** What a lesson of one's own begins with: cats and dogs, and a stage of most kinds. */
export function usualDraft(): LessonDraft {
  const kinds: readonly StageKind[] = ['guess', 'probe', 'backprop', 'autopilot', 'test'];
  return {
    title: '',
    data: {
      source: { kind: 'set', id: 'pets' },
      seed: 1,
      noise: 1,
      sizes: { training: 60, validation: 120, test: 120 },
    },
    layers: [4],
    hidden: 'tanh',
    answer: { output: 'tanh', loss: 'half-squared-error' },
    start: { kind: 'seed', seed: 1 },
    stages: kinds.map(usualStage),
    parametersPerSeat: 4,
    kept: { settings: {}, seatCap: 1000 },
  };
}

/** A stage as the standard lesson has it. */
export function usualStage(kind: StageKind, key: number): DraftStage {
  const byHand = { machine: null, on: { kind: 'lesson' }, stepSize: 0.25, stepPolicy: 'cooling' } as const;
  const stage = { key, kind, start: 'pinned', ...byHand } as const;
  switch (kind) {
    case 'practice':
    case 'guess':
      return { ...stage, minutes: 4, rounds: 3, fastForward: 20 };
    case 'keep-if-better':
      return { ...stage, minutes: 5, rounds: 3, fastForward: 20 };
    case 'probe':
      return { ...stage, minutes: 9, rounds: 6, fastForward: 10 };
    case 'backprop':
      return { ...stage, minutes: 7, rounds: 3, fastForward: 10, stepPolicy: 'adaptive' };
    case 'autopilot': {
      const machine = { learningRate: 0.05, batch: null, machineSpeed: 4 };
      return { ...stage, minutes: 4, rounds: 60, fastForward: 0, machine };
    }
    case 'stop': {
      const machine = { learningRate: 0.5, batch: null, machineSpeed: 1 };
      return { ...stage, minutes: 4, rounds: 60, fastForward: 0, machine, on: { kind: 'few', examples: 16 } };
    }
    case 'test':
      return { ...stage, minutes: 2, rounds: 5, fastForward: 0, start: 'continue' };
  }
}
