import type { StepTaken } from '../session/events.ts';
import { tableOf, type Table } from './tables.ts';
import { pacedBy, type ClassFacts, type RoundFacts } from './tables-facts.ts';

/** A row each round of the class or the machine: what it did to the error, and how many proposed. */
export function roundsTable({ rounds }: ClassFacts): Table {
  return tableOf<RoundFacts>(
    'rounds',
    {
      round: ['whole', ({ step }) => step.round],
      stage: ['whole', ({ stage }) => stage],
      stageKind: ['text', ({ stageKind }) => stageKind],
      seconds: ['number', ({ atMs }) => Math.round(atMs / 100) / 10],
      by: ['text', ({ step }) => (step.type === 'step-taken' ? 'class' : 'machine')],
      closedBy: ['text', ({ step }) => pacedBy(step)],
      takenBack: ['flag', ({ takenBack }) => takenBack],
      lossBefore: ['number', ({ figuresBefore }) => figuresBefore.loss],
      loss: ['number', ({ step }) => step.figures.loss],
      accuracy: ['number', ({ step }) => step.figures.accuracy],
      validationLoss: ['number', ({ step }) => step.figures.validationLoss],
      validationAccuracy: ['number', ({ step }) => step.figures.validationAccuracy],
      effectTogether: ['number', ({ step }) => effectsOf(step)?.together ?? null],
      effectSumAlone: ['number', ({ step }) => effectsOf(step)?.sumAlone ?? null],
      seats: ['whole', ({ proposals }) => new Set(proposals.map(({ seat }) => seat)).size],
      nudges: ['whole', ({ proposals }) => proposals.length],
      agreed: ['whole', ({ proposals }) => proposals.filter(({ agreed }) => agreed).length],
      bounded: ['whole', ({ step }) => step.bounded.length],
      forward: ['whole', ({ step }) => step.cost.forward],
      backward: ['whole', ({ step }) => step.cost.backward],
    },
    rounds,
  );
}

/** A machine moves all at once: what each weight alone would have done is nobody's question. */
function effectsOf(step: RoundFacts['step']): StepTaken['effects'] | null {
  return step.type === 'step-taken' ? step.effects : null;
}
