import type { ClassLanguage } from '../../shared/wire/http.ts';
import { PSEUDONYMS, type PseudonymList } from './pseudonym-lists.ts';

/** A uniform number in [0, 1). */
export type Chance = () => number;

/**
 * A pseudonym that is not among those taken: "Nutria curiosa", "Curious Otter". Should a class have used up
 * thousands of them, it gets a number.
 */
export function dealPseudonym(language: ClassLanguage, taken: ReadonlySet<string>, chance: Chance): string {
  const list = PSEUDONYMS[language];
  const count = list.animals.length * list.adjectives.length;
  const start = Math.floor(chance() * count);
  for (let offset = 0; offset < count; offset += 1) {
    const name = nameAt(list, (start + offset * stride(list)) % count);
    if (!taken.has(name)) return name;
  }
  for (let number = 2; ; number += 1) {
    const name = `${nameAt(list, start)} ${number}`;
    if (!taken.has(name)) return name;
  }
}

/** Whether a name is one of ours, so that a typed one cannot come in by this door. */
export function isPseudonym(name: string): boolean {
  return KNOWN.has(name);
}

/** Every pseudonym of a language. */
export function allPseudonyms(language: ClassLanguage): readonly string[] {
  const list = PSEUDONYMS[language];
  return list.animals.flatMap((_, animal) =>
    list.adjectives.map((_adjective, adjective) => nameAt(list, animal * list.adjectives.length + adjective)),
  );
}

const KNOWN: ReadonlySet<string> = new Set([...allPseudonyms('es'), ...allPseudonyms('en')]);

/** From a taken name to the next candidate another animal comes first: a class of one adjective would be hard to tell apart. */
function stride(list: PseudonymList): number {
  return list.adjectives.length + 1;
}

function nameAt({ animals, adjectives, adjectiveFirst }: PseudonymList, index: number): string {
  const animal = animals[Math.floor(index / adjectives.length) % animals.length];
  const adjective = adjectives[index % adjectives.length];
  if (animal === undefined || adjective === undefined) throw new Error(`no pseudonym has the index ${index}`);
  const word = adjective[animal.gender];
  return adjectiveFirst ? `${word} ${animal.noun}` : `${animal.noun} ${word}`;
}
