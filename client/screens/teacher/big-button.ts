import type { TeacherView } from '../../../shared/projection/views.ts';
import type { TeacherIntent } from '../../../shared/wire/teacher-intents.ts';
import { isStageOver, isStagePlayed } from './lesson-course.ts';
import { learningRates, rateToTryNext } from './learning-rates.ts';
import { machineState, notStoppedYet } from './machine-run.ts';

/** What the one big button does now. */
export type BigButton =
  /** Whatever the server has next. */
  | { readonly kind: 'next' }
  /** The machine is on its way: it can be stopped, and then goes on by hand. */
  | { readonly kind: 'halt' }
  /** The machine has run at one rate; the lesson has another to try from the same place. */
  | { readonly kind: 'run-again'; readonly rate: number }
  /** All that was planned for the stage has been played. */
  | { readonly kind: 'enter-stage'; readonly stage: number }
  /** Somebody could still stop: it is asked about first. */
  | { readonly kind: 'reveal-early'; readonly missing: number }
  /** Nothing of the lesson is left. */
  | { readonly kind: 'end' };

export function bigButton(view: TeacherView): BigButton {
  const { stage } = view;
  if (view.class.activity === 'ended' || view.pause.length > 0 || stage === null) return { kind: 'next' };
  const following: BigButton =
    stage.index + 1 < view.plan.length ? { kind: 'enter-stage', stage: stage.index + 1 } : { kind: 'end' };
  if (isStageOver(view)) return following;
  if (stage.kind === 'autopilot') return ofAutopilot(view, following);
  if (stage.kind === 'stop') return ofStop(view);
  return isStagePlayed(view) && following.kind === 'enter-stage' ? following : { kind: 'next' };
}

function ofAutopilot(view: TeacherView, following: BigButton): BigButton {
  switch (machineState(view)) {
    case 'running':
      return { kind: 'halt' };
    case 'over': {
      const rate = rateToTryNext(learningRates(view.class.lesson), view.settings.learningRate);
      return rate === null ? following : { kind: 'run-again', rate };
    }
    default:
      return { kind: 'next' };
  }
}

/** The server reveals at the press of a button while the machine runs, and nobody can stop after that. */
function ofStop(view: TeacherView): BigButton {
  const missing = notStoppedYet(view);
  return machineState(view) === 'running' && missing > 0
    ? { kind: 'reveal-early', missing }
    : { kind: 'next' };
}

/** What it asks of the server; nothing where it asks the teacher first. */
export function intentsOfButton(button: BigButton, view: TeacherView): readonly TeacherIntent[] {
  const expected = view.serial;
  switch (button.kind) {
    case 'next':
      return [{ kind: 'next', expected }];
    case 'halt':
      return [{ kind: 'change-settings', patch: { machineSpeed: 0 } }];
    case 'run-again':
      return runAgain(view, null, button.rate);
    case 'enter-stage':
      return [{ kind: 'enter-stage', expected, stage: button.stage }];
    case 'reveal-early':
    case 'end':
      return [];
  }
}

/**
 * The machine's stage from its beginning, at a rate of the teacher's: entering a stage sets its machine as the lesson
 * has it, so the rate, and what else was turned, is set again after it.
 */
export function runAgain(
  view: TeacherView,
  start: 'pinned' | 'continue' | null,
  learningRate: number,
): readonly TeacherIntent[] {
  if (view.stage === null) return [];
  const { batchSize, machineSpeed } = view.settings;
  return [
    { kind: 'enter-stage', expected: view.serial, stage: view.stage.index, start },
    { kind: 'change-settings', patch: { learningRate, batchSize, machineSpeed } },
  ];
}
