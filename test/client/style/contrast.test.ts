import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../../client/style/tokens.css', import.meta.url), 'utf8');

/** Text and what it stands on. */
const TEXT_PAIRS = [
  ['ink', 'paper'],
  ['ink', 'card'],
  ['ink', 'sunken'],
  ['ink', 'raised'],
  ['mute', 'paper'],
  ['mute', 'card'],
  ['mute', 'sunken'],
  ['on-ink', 'ink'],
  ['on-orange', 'orange-fill'],
  ['on-violet', 'violet-fill'],
  ['orange-ink', 'paper'],
  ['orange-ink', 'card'],
  ['violet-ink', 'paper'],
  ['violet-ink', 'card'],
  ['green-ink', 'card'],
  ['gold-ink', 'card'],
  ['better', 'paper'],
  ['better', 'card'],
  ['better', 'better-soft'],
  ['worse', 'paper'],
  ['worse', 'card'],
  ['worse', 'sunken'],
  ['worse', 'worse-soft'],
  ['new', 'card'],
  ['new', 'paper'],
] as const;

/** Lines and marks that must be seen, and what they are drawn on. */
const MARK_PAIRS = [
  ['orange', 'card'],
  ['violet', 'card'],
  ['new', 'card'],
  ['edge', 'card'],
  ['edge', 'paper'],
  ['focus', 'paper'],
  ['focus', 'card'],
  ['orange-ink', 'orange-soft'],
  ['violet-ink', 'violet-soft'],
  ['green-ink', 'green-soft'],
  ['gold-ink', 'gold-soft'],
  ['card', 'edge'],
  ['card', 'better'],
] as const;

const THEMES = {
  light: block(/:root,\s*\[data-theme='light'\] \{([^}]*)\}/u),
  dark: block(/@media screen \{\s*\[data-theme='dark'\] \{([^}]*)\}/u),
  'dark by the system': block(/:root:not\(\[data-theme='light'\]\) \{([^}]*)\}/u),
};

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  it.each(TEXT_PAIRS)('can be read: %s on %s is at least 4.5 to 1', (text, ground) => {
    expect(contrast(colour(theme, text), colour(theme, ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(MARK_PAIRS)('can be seen: %s on %s is at least 3 to 1', (mark, ground) => {
    expect(contrast(colour(theme, mark), colour(theme, ground))).toBeGreaterThanOrEqual(3);
  });
});

describe('the dark theme', () => {
  it('is the same whether the system or the person chose it', () => {
    expect(THEMES['dark by the system']).toEqual(THEMES.dark);
  });

  it('has every colour the light one has', () => {
    expect([...THEMES.dark.keys()]).toEqual([...THEMES.light.keys()]);
  });
});

function block(pattern: RegExp): ReadonlyMap<string, string> {
  const body = pattern.exec(css)?.[1];
  if (body === undefined) throw new Error(`tokens.css should have a block that matches ${pattern}`);
  return new Map(
    [...body.matchAll(/--([a-z-]+): (#[0-9a-f]{6}|[^;]+);/gu)].map(([, name, value]) => [
      name ?? '',
      value ?? '',
    ]),
  );
}

function colour(theme: keyof typeof THEMES, name: string): string {
  const value = THEMES[theme].get(name);
  if (value === undefined) throw new Error(`the ${theme} theme should have --${name}`);
  return value;
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance). */
function contrast(a: string, b: string): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}
