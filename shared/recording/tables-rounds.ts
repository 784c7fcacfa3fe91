import { tableOf, type Table } from './tables.ts';
import type { ClassFacts, RoundFacts } from './tables-facts.ts';

/** A row each round: what it did to the error, and how many proposed. */
export function roundsTable({ rounds }: ClassFacts): Table {
  return tableOf<RoundFacts>(
    'rounds',
    {
      round: ['whole', ({ step }) => step.round],
      stage: ['whole', ({ stage }) => stage],
      stageKind: ['text', ({ stageKind }) => stageKind],
      seconds: ['number', ({ atMs }) => Math.round(atMs / 100) / 10],
      closedBy: ['text', ({ step }) => step.closedBy],
      takenBack: ['flag', ({ takenBack }) => takenBack],
      lossBefore: ['number', ({ figuresBefore }) => figuresBefore.loss],
      loss: ['number', ({ step }) => step.figures.loss],
      accuracy: ['number', ({ step }) => step.figures.accuracy],
      validationLoss: ['number', ({ step }) => step.figures.validationLoss],
      validationAccuracy: ['number', ({ step }) => step.figures.validationAccuracy],
      effectTogether: ['number', ({ step }) => step.effects.together],
      effectSumAlone: ['number', ({ step }) => step.effects.sumAlone],
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
