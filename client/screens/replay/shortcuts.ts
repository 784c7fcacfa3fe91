import { SPEEDS, type Speed } from '../../replay/pace.ts';

/** What a key of the player stands for. */
export type PlayerAction =
  | { readonly kind: 'toggle' }
  | { readonly kind: 'step' | 'round' | 'stage'; readonly way: 1 | -1 }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' }
  | { readonly kind: 'speed'; readonly speed: Speed }
  | { readonly kind: 'bookmark' }
  | { readonly kind: 'help' };

type Press = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat'> & {
  readonly target: EventTarget | null;
};

/**
 * The action of a key press, or null where the key belongs to whatever has the focus: a field, an open dialog, a
 * button that the space bar would press, a page within the page that the paging keys would scroll.
 */
export function actionOf(press: Press): PlayerAction | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  const focus = press.target instanceof Element ? press.target : null;
  if (focus?.closest('input, select, textarea, dialog, [contenteditable]')) return null;
  if (press.key === ' ')
    return focus?.closest('button, a, summary') || press.repeat ? null : { kind: 'toggle' };
  if (focus?.closest('[role="group"][tabindex]') && SCROLLING.has(press.key)) return null;
  // Elsewhere these two scroll the page, as they do everywhere.
  if (UPRIGHT.has(press.key) && !focus?.closest('[role="slider"]')) return null;
  return moveOf(press) ?? (press.repeat ? null : otherOf(press.key));
}

const SCROLLING = new Set(['PageUp', 'PageDown', 'Home', 'End']);
const UPRIGHT = new Set(['ArrowUp', 'ArrowDown']);

/** A key that is held moves on and on. */
function moveOf({ key, shiftKey }: Press): PlayerAction | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return { kind: shiftKey ? 'round' : 'step', way: -1 };
    case 'ArrowRight':
    case 'ArrowUp':
      return { kind: shiftKey ? 'round' : 'step', way: 1 };
    case 'PageUp':
      return { kind: 'stage', way: -1 };
    case 'PageDown':
      return { kind: 'stage', way: 1 };
    case 'Home':
      return { kind: 'start' };
    case 'End':
      return { kind: 'end' };
    default:
      return null;
  }
}

function otherOf(key: string): PlayerAction | null {
  if (key === '?') return { kind: 'help' };
  if (key.toLowerCase() === 'b') return { kind: 'bookmark' };
  const speed = /^[1-7]$/u.test(key) ? SPEEDS[Number(key) - 1] : undefined;
  return speed === undefined ? null : { kind: 'speed', speed };
}
