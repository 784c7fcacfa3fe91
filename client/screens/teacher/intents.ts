import type { TeacherView } from '../../../shared/projection/views.ts';
import type { TeacherIntent } from '../../../shared/wire/teacher-intents.ts';
import { undoPoint } from './next-action.ts';
import type { ShortcutAction } from './shortcuts.ts';

/** Rounds that fast-forward plays: the plan's for the running stage. */
export function fastForwardRounds(view: TeacherView): number {
  return view.plan[view.stage?.index ?? -1]?.fastForward ?? 0;
}

/** What an action asks of the server, or null where it asks nothing now. Help is the page's own affair. */
export function intentOf(action: Exclude<ShortcutAction, 'help'>, view: TeacherView): TeacherIntent | null {
  if (view.class.activity === 'ended') return null;
  const expected = view.serial;
  switch (action) {
    case 'next':
      return { kind: 'next', expected };
    case 'fast-forward': {
      const rounds = fastForwardRounds(view);
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
  }
}
