import type { TeacherView } from '../../../shared/projection/views.ts';
import { LIMITS } from '../../../shared/session/limits.ts';
import type { TeacherIntent } from '../../../shared/wire/teacher-intents.ts';
import { bigButton, intentsOfButton } from './big-button.ts';
import { undoPoint } from './curve-points.ts';
import { roundsAhead } from './machine-run.ts';
import type { ShortcutAction } from './shortcuts.ts';

/** What an action asks of the server, in order; nothing where there is nothing to ask now. Help is the page's own affair. */
export function intentsOf(
  action: Exclude<ShortcutAction, 'help'>,
  view: TeacherView,
): readonly TeacherIntent[] {
  if (view.class.activity === 'ended') return [];
  if (action === 'next') return intentsOfButton(bigButton(view), view);
  const intent = intentOf(action, view);
  return intent === null ? [] : [intent];
}

/** The machine is set going at the speed the lesson gives it, or at this one. */
const STEPS_A_SECOND = 4;

/** How fast the machine of the running stage goes when it is set going again. */
export function usualSpeed(view: TeacherView): number {
  const planned = view.plan[view.stage?.index ?? -1]?.machine?.machineSpeed ?? 0;
  return planned > 0 ? planned : STEPS_A_SECOND;
}

function intentOf(action: Exclude<ShortcutAction, 'help' | 'next'>, view: TeacherView): TeacherIntent | null {
  const expected = view.serial;
  switch (action) {
    case 'fast-forward': {
      const rounds = roundsAhead(view);
      return view.stage === null || rounds === 0 ? null : { kind: 'fast-forward', expected, rounds };
    }
    case 'attention':
      return { kind: 'attention', on: !view.pause.includes('attention') };
    case 'automatic':
      return {
        kind: 'change-settings',
        patch: {
          pace:
            view.settings.pace.kind === 'automatic' ? { kind: 'manual' } : { kind: 'automatic', speed: 1 },
        },
      };
    case 'pause':
      return view.stage === null ? null : { kind: view.pause.length > 0 ? 'resume' : 'pause' };
    case 'blank':
      return { kind: 'blank-screen', blank: !view.blank };
    case 'undo': {
      const point = undoPoint(view);
      return point === null ? null : { kind: 'go-back', expected, point };
    }
    case 'more-time':
      return { kind: 'more-time' };
    case 'machine': {
      if (view.machine === null) return null;
      const machineSpeed = view.machine.speed > 0 ? 0 : usualSpeed(view);
      return { kind: 'change-settings', patch: { machineSpeed } };
    }
  }
}

/** A command about more seats than one may name, as several. */
export function inHeaps(intent: TeacherIntent): readonly TeacherIntent[] {
  switch (intent.kind) {
    case 'admit-seats':
    case 'remove-seats':
    case 'restore-seats': {
      const heaps: TeacherIntent[] = [];
      for (let from = 0; from < intent.seats.length; from += LIMITS.seatsAtOnce) {
        heaps.push({ ...intent, seats: intent.seats.slice(from, from + LIMITS.seatsAtOnce) });
      }
      return heaps;
    }
    default:
      return [intent];
  }
}
