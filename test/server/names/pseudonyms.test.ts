import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../shared/session/limits.ts';
import { createRng, seedFrom } from '../../../shared/math/rng.ts';
import { readFreeName } from '../../../server/names/free-name.ts';
import { PSEUDONYMS } from '../../../server/names/pseudonym-lists.ts';
import { allPseudonyms, dealPseudonym, isPseudonym } from '../../../server/names/pseudonyms.ts';

describe.each(['es', 'en'] as const)('pseudonyms in %s', (language) => {
  it('come from at least 60 animals and 40 kind words, none twice', () => {
    const { animals, adjectives } = PSEUDONYMS[language];
    expect(new Set(animals.map(({ noun }) => noun)).size).toBeGreaterThanOrEqual(60);
    expect(new Set(adjectives.map(({ masculine }) => masculine)).size).toBeGreaterThanOrEqual(40);
    const all = allPseudonyms(language);
    expect(new Set(all).size).toBe(all.length);
  });

  it('are short enough for a phone and pass the filter that typed names must pass', () => {
    const all = allPseudonyms(language);
    expect(all.filter((name) => name.length > LIMITS.nicknameCharacters)).toEqual([]);
    expect(all.filter((name) => !readFreeName(name).ok)).toEqual([]);
  });

  it('are dealt to a class of 1,000 without a repeat, and are known for ours', () => {
    const rng = createRng(seedFrom('a lecture hall'));
    const taken = new Set<string>();
    for (let seat = 0; seat < 1000; seat += 1) taken.add(dealPseudonym(language, taken, rng.next));
    expect(taken.size).toBe(1000);
    expect([...taken].every(isPseudonym)).toBe(true);
  });

  it('get a number when every one of them is taken', () => {
    expect(dealPseudonym(language, new Set(allPseudonyms(language)), () => 0.5)).toMatch(/ 2$/u);
  });
});

it('agree in gender in Spanish', () => {
  const all = new Set(allPseudonyms('es'));
  for (const name of [
    'Nutria curiosa',
    'Erizo curioso',
    'Águila soñadora',
    'Tucán soñador',
    'Nutria alegre',
    'Jirafa audaz',
  ]) {
    expect(all).toContain(name);
  }
  expect(all).not.toContain('Nutria curioso');
});

it('do not let a typed name pass for one of ours', () => {
  expect(isPseudonym('Nutria maldita')).toBe(false);
});
