import type { NetworkSpec } from '../network/topology.ts';
import { engineOf } from '../session/engine.ts';
import type { BotStrategy, Figures, StepTaken } from '../session/events.ts';
import { evolve, openedState } from '../session/evolve.ts';
import type { SeatNumber } from '../session/ids.ts';
import type { Nudge } from '../session/nudges.ts';
import { agreement } from '../session/seat-outcomes.ts';
import type { StageKind } from '../session/stages.ts';
import { runningRound, runningStage, type SessionState, type Stage } from '../session/state.ts';
import { counts } from '../session/waiting.ts';
import type { RecordedEvent } from './recording.ts';

/** What tables and the report are made of: the class's rounds, and who was there. */
export type ClassFacts = {
  readonly seats: readonly { readonly seat: SeatNumber; readonly bot: BotStrategy | null }[];
  readonly rounds: readonly RoundFacts[];
};

/** A step, and how it came about. */
export type RoundFacts = {
  readonly stage: number;
  readonly stageKind: StageKind;
  readonly network: NetworkSpec;
  /** Since the session opened. */
  readonly atMs: number;
  readonly step: StepTaken;
  readonly figuresBefore: Figures;
  readonly parametersBefore: readonly number[];
  readonly takenBack: boolean;
  /** What counted when the round closed; none where rounds ran ahead. */
  readonly proposals: readonly Proposal[];
};

export type Proposal = {
  readonly seat: SeatNumber;
  readonly parameter: number;
  readonly nudge: Nudge;
  /** Whether it went with the gradient. */
  readonly agreed: boolean;
};

/** Reads a session from its first event to its last. */
export function classFacts(events: Iterable<RecordedEvent>): ClassFacts {
  const rounds: RoundFacts[] = [];
  let state: SessionState | null = null;
  let openedAtMs = 0;
  for (const { event, atMs } of events) {
    if (event.type === 'session-opened') {
      openedAtMs = atMs;
      state = openedState(event);
    }
    if (state === null) continue;
    if (event.type === 'step-taken') rounds.push(...roundFacts(state, event, atMs - openedAtMs));
    const last = rounds[rounds.length - 1];
    if (event.type === 'step-taken-back' && last?.step.round === event.round)
      rounds[rounds.length - 1] = { ...last, takenBack: true };
    state = evolve(state, event);
  }
  const seats = [...(state?.seats.values() ?? [])].map(({ seat, bot }) => ({ seat, bot }));
  return { seats, rounds };
}

function roundFacts(before: SessionState, step: StepTaken, atMs: number): readonly RoundFacts[] {
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
      proposals: step.closedBy === 'fast-forward' ? [] : proposalsOf(before, stage, step),
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
