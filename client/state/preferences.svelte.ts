import type { KeyValue } from './storage.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** How this device likes its pages, beside the language. */
export type Preferences = { readonly theme: Theme; readonly chooseTheme: (theme: Theme) => void };

const KEY = 'descenso-theme';

/** Reads what was chosen before, shows it, and remembers what is chosen next. */
export function createPreferences(storage: KeyValue, root: HTMLElement): Preferences {
  const stored = storage.getItem(KEY);
  const first = THEMES.find((known) => known === stored) ?? 'system';
  let theme = $state<Theme>(first);
  show(root, first);
  return {
    get theme() {
      return theme;
    },
    chooseTheme: (chosen) => {
      theme = chosen;
      show(root, chosen);
      if (chosen === 'system') storage.removeItem(KEY);
      else storage.setItem(KEY, chosen);
    },
  };
}

/** Without the attribute the system decides (style/tokens.css). */
function show(root: HTMLElement, theme: Theme): void {
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
}
