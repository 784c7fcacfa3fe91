import { botStops } from '../bots/bot-stops.ts';
import { downhill } from '../bots/choose.ts';
import { backward } from '../network/backward.ts';
import { probesIn, stepAndMaybeBack } from '../session/advance.ts';
import { continuing } from '../session/decide-stage.ts';
import { engineOf } from '../session/engine.ts';
import { broughtBy } from '../session/enter-phase.ts';
import type { SessionEvent, StageFacts, StepTaken } from '../session/events.ts';
import { evolve } from '../session/evolve.ts';
import type { Descended } from '../session/machine-events.ts';
import { machineStep } from '../session/machine-step.ts';
import type { Nudge } from '../session/nudges.ts';
import { begin } from '../session/progress.ts';
import { firstDifference } from './verify-difference.ts';
import type { Proposals } from '../session/seat-outcomes.ts';
import { materialOf } from '../session/setup.ts';
import { factsOfPoint, factsOfPractice, factsOfStage, beginsAsRecorded } from '../session/stage-facts.ts';
import { runningRound, runningStage, type SessionState, type Stage } from '../session/state.ts';
import type { StagePlan } from '../session/stages.ts';
import { takeStep } from '../session/take-step.ts';

/** What is changed when a session is worked out again. */
export type RerunChange =
  /** One seat's nudges are left out. */
  | { readonly kind: 'without-seat'; readonly seat: number }
  /** Every nudge that stands, a proposal to leave included, becomes the gradient's. */
  | { readonly kind: 'gradient' };

/** The facts that take the place of a recorded one, in a session that has come to this state instead. */
export function factsInstead(
  state: SessionState,
  event: SessionEvent,
  change: RerunChange,
): readonly SessionEvent[] {
  switch (event.type) {
    case 'stage-entered':
      return [{ ...event, facts: stageInstead(state, event.facts) }];
    case 'went-back':
      return [{ ...event, facts: pointInstead(state, event.point, event.facts) }];
    case 'phase-entered':
      return [event, ...broughtInstead(state, event, change)];
    // What bots hand in was worked out anew when the phase was entered, or the machine had stepped.
    case 'nudged':
    case 'voted':
    case 'stopped':
    case 'bet-placed':
      return event.intent === null || isLeftOut(event, change) ? [] : [event];
    // And so was what the phase showed. Of a gradient that was checked nothing follows.
    case 'stops-revealed':
    case 'animal-answered':
    case 'gradient-checked':
      return [];
    case 'descended':
      return descentInstead(state, event, change);
    case 'step-taken':
      return stepInstead(state, event, change);
    // Taken back or not was settled with the step.
    case 'step-taken-back':
      return [];
    case 'session-opened':
    case 'session-ended':
    case 'code-changed':
    case 'session-locked':
    case 'settings-changed':
    case 'roster-changed':
    case 'newcomers-held':
    case 'seat-joined':
    case 'seat-admitted':
    case 'seat-reclaimed':
    case 'seat-connected':
    case 'seat-disconnected':
    case 'seat-minded':
    case 'seat-left':
    case 'seat-removed':
    case 'seat-restored':
    case 'seat-muted':
    case 'teacher-came':
    case 'teacher-went':
    case 'ownership-changed':
    case 'parameter-reassigned':
    case 'round-opened':
    case 'clock-set':
    case 'arrow-guessed':
    case 'example-explained':
    case 'point-drawn':
    case 'point-erased':
    case 'drawing-cleared':
    case 'drawing-settled':
    case 'drawing-reopened':
    case 'screen-blanked':
    case 'parameter-spotlighted':
      return [event];
  }
}

/** Where a stage begins: with the pinned network, or with the one the changed session has come to. */
function stageInstead(state: SessionState, recorded: StageFacts): StageFacts {
  const facts =
    recorded.kind === 'practice'
      ? factsOfPractice(state)
      : factsOfStage(state, recorded.stage, startOf(state, recorded));
  return { ...recorded, ...facts, owners: recorded.owners };
}

/** How it had been told to start: a class that goes on from a recording begins where that stood. */
function startOf(state: SessionState, recorded: StageFacts): StagePlan['start'] | null {
  if (beginsAsRecorded(state, recorded.stage)) return null;
  const pinned = materialOf(state.setup, recorded.stage).startParameters;
  return firstDifference(recorded.parameters, pinned) === null ? 'pinned' : 'continue';
}

/** Where a return leads: to the same point of the changed curve. */
function pointInstead(state: SessionState, index: number, recorded: StageFacts): StageFacts {
  const point = state.history[index];
  return point === undefined ? recorded : { ...factsOfPoint(state, point), owners: recorded.owners };
}

function broughtInstead(
  state: SessionState,
  event: Extract<SessionEvent, { type: 'phase-entered' }>,
  change: RerunChange,
): readonly SessionEvent[] {
  const entered = evolve(state, event);
  const stage = runningStage(entered);
  if (stage === null) return [];
  return broughtBy(entered, stage, event.round, event.phase).filter((fact) => !isLeftOut(fact, change));
}

function isLeftOut(event: SessionEvent, change: RerunChange): boolean {
  if (change.kind !== 'without-seat') return false;
  switch (event.type) {
    case 'nudged':
    case 'voted':
    case 'stopped':
    case 'bet-placed':
      return event.seat === change.seat;
    default:
      return false;
  }
}

/** The machine's step from where the changed session has come to, when and at the settings it was taken. */
function descentInstead(
  state: SessionState,
  recorded: Descended,
  change: RerunChange,
): readonly SessionEvent[] {
  const stage = runningStage(state);
  if (stage === null) return [];
  const { round, takenBy, clock } = recorded;
  const step: SessionEvent = { ...machineStep(state, stage, round, takenBy), clock };
  const after = evolve(state, step);
  const played = runningStage(after) ?? stage;
  return [step, ...botStops(after, played, round).filter((fact) => !isLeftOut(fact, change))];
}

function stepInstead(state: SessionState, recorded: StepTaken, change: RerunChange): readonly SessionEvent[] {
  const stage = runningStage(state);
  if (stage === null) return [];
  const { round, closedBy } = recorded;
  const fast = closedBy === 'fast-forward';
  const running = runningRound(state);
  const proposed: Proposals = fast ? continuing(state, round) : (running?.nudges ?? new Map<never, never>());
  const proposals = change.kind === 'gradient' ? followingTheGradient(state, stage, proposed) : proposed;
  const probes = fast ? proposals.size : running === null ? 0 : probesIn(running);
  return stepAndMaybeBack(begin(state), stage, takeStep(state, stage, round, proposals, closedBy, probes))
    .events;
}

/** The same proposals by the same seats, each as who knows the slope would have made it. */
function followingTheGradient(state: SessionState, stage: Stage, proposals: Proposals): Proposals {
  const engine = engineOf(state, stage);
  const { gradient } = backward(engine.topology, state.parameters, engine.training);
  return new Map(
    [...proposals].map(([parameter, by]) => {
      const nudge: Nudge = { direction: downhill(gradient[parameter] ?? 0), size: 'normal' };
      return [parameter, new Map([...by.keys()].map((seat) => [seat, nudge]))];
    }),
  );
}
