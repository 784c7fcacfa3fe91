/** What a key of the console stands for. */
export type ShortcutAction =
  | 'next'
  | 'fast-forward'
  | 'attention'
  | 'automatic'
  | 'pause'
  | 'blank'
  | 'undo'
  | 'more-time'
  | 'machine'
  | 'help';

const KEYS: Readonly<Record<string, ShortcutAction>> = {
  ' ': 'next',
  f: 'fast-forward',
  a: 'attention',
  p: 'automatic',
  '.': 'pause',
  b: 'blank',
  z: 'undo',
  '+': 'more-time',
  m: 'machine',
  '?': 'help',
};

/** What the help lists, in this order: the key as it is written on a keyboard, and its action. */
export const SHORTCUTS: readonly (readonly [key: string, action: ShortcutAction])[] = [
  ['␣', 'next'],
  ['F', 'fast-forward'],
  ['A', 'attention'],
  ['P', 'automatic'],
  ['.', 'pause'],
  ['B', 'blank'],
  ['Z', 'undo'],
  ['+', 'more-time'],
  ['M', 'machine'],
  ['?', 'help'],
];

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat'> & {
  readonly target: EventTarget | null;
};

/**
 * The action of a key press, or null where the key belongs to whatever has the focus: a field being typed in, an
 * open dialog, or a button that the space bar would press.
 */
export function actionOf(press: Press): ShortcutAction | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.repeat) return null;
  const focus = press.target instanceof Element ? press.target : null;
  if (focus?.closest('input, select, textarea, dialog, [contenteditable]')) return null;
  if (press.key === ' ' && focus?.closest('button, a, summary, [role="button"]')) return null;
  return KEYS[press.key.toLowerCase()] ?? null;
}
