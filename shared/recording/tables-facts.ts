import type { NetworkSpec } from '../network/topology.ts';
import { engineOf } from '../session/engine.ts';
import type { BotStrategy, Figures, StepTaken } from '../session/events.ts';
import { evolve, openedState } from '../session/evolve.ts';
import type { SeatNumber } from '../session/ids.ts';
import type { Descended, StopsRevealed } from '../session/machine-events.ts';
import type { Nudge } from '../session/nudges.ts';
import { agreement } from '../session/seat-outcomes.ts';
import type { StageKind } from '../session/stages.ts';
import { everSat, runningRound, runningStage, type SessionState, type Stage } from '../session/state.ts';
import { counts } from '../session/waiting.ts';
import type { RecordedEvent } from './recording.ts';

/** What tables and the report are made of: the rounds of class and machine, who was there, and when they would stop. */
export type ClassFacts = {
  readonly seats: readonly { readonly seat: SeatNumber; readonly bot: BotStrategy | null }[];
  readonly rounds: readonly RoundFacts[];
  readonly stops: readonly StopsRevealed[];
  /** Stages that bring data of their own: an error there says nothing beside those of the others. */
  readonly onOwnData: ReadonlySet<number>;
};

/** A step of the class or of the machine, and how it came about. */
export type RoundFacts = {
  readonly stage: number;
  readonly stageKind: StageKind;
  readonly network: NetworkSpec;
  /** Since the session opened. */
  readonly atMs: number;
  readonly step: StepTaken | Descended;
  readonly figuresBefore: Figures;
  readonly parametersBefore: readonly number[];
  readonly takenBack: boolean;
  /** What counted when the round closed; none where rounds ran ahead, or the machine stepped. */
  readonly proposals: readonly Proposal[];
};

export type Proposal = {
  readonly seat: SeatNumber;
  readonly parameter: number;
  readonly nudge: Nudge;
  /** Whether it went with the gradient. */
  readonly agreed: boolean;
};

/** Whether nobody waited for the round: it ran ahead with others at once. */
export function ranAhead({ step }: RoundFacts): boolean {
  return pacedBy(step) === 'fast-forward';
}

/** What closed a round of the class, or made the machine take its step. */
export function pacedBy(step: RoundFacts['step']): StepTaken['closedBy'] | Descended['takenBy'] {
  return step.type === 'step-taken' ? step.closedBy : step.takenBy;
}

/** Reads a session from its first event to its last. */
export function classFacts(events: Iterable<RecordedEvent>): ClassFacts {
  const rounds: RoundFacts[] = [];
  const stops: StopsRevealed[] = [];
  let state: SessionState | null = null;
  let openedAtMs = 0;
  for (const { event, atMs } of events) {
    if (event.type === 'session-opened') {
      openedAtMs = atMs;
      state = openedState(event);
    }
    if (state === null) continue;
    if (event.type === 'step-taken' || event.type === 'descended')
      rounds.push(...roundFacts(state, event, atMs - openedAtMs));
    if (event.type === 'stops-revealed') stops.push(event);
    const last = rounds[rounds.length - 1];
    if (event.type === 'step-taken-back' && last?.step.round === event.round)
      rounds[rounds.length - 1] = { ...last, takenBack: true };
    state = evolve(state, event);
  }
  const seats = [...(state?.seats.values() ?? [])].filter(everSat).map(({ seat, bot }) => ({ seat, bot }));
  const stages = state?.setup.stages ?? [];
  const onOwnData = new Set(stages.flatMap(({ material }, index) => (material === null ? [] : [index])));
  return { seats, rounds, stops, onOwnData };
}

function roundFacts(before: SessionState, step: StepTaken | Descended, atMs: number): readonly RoundFacts[] {
  const stage = runningStage(before);
  if (stage === null) return [];
  return [
    {
      stage: stage.index,
      stageKind: stage.kind,
      network: stage.network,
      atMs,
      step,
      figuresBefore: before.figures,
      parametersBefore: before.parameters,
      takenBack: false,
      proposals:
        step.type === 'descended' || step.closedBy === 'fast-forward' ? [] : proposalsOf(before, stage, step),
    },
  ];
}

function proposalsOf(before: SessionState, stage: Stage, { gradient }: StepTaken): readonly Proposal[] {
  const agrees = agreement(before, stage, gradient, engineOf(before, stage));
  return [...(runningRound(before)?.nudges ?? [])].flatMap(([parameter, by]) =>
    [...by]
      .filter(([seat]) => counts(before.seats.get(seat)))
      .map(([seat, nudge]) => ({ seat, parameter, nudge, agreed: agrees(parameter, nudge) })),
  );
}
