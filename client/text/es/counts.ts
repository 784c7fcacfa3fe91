const WORDS = [
  'cero',
  'uno',
  'dos',
  'tres',
  'cuatro',
  'cinco',
  'seis',
  'siete',
  'ocho',
  'nueve',
  'diez',
  'once',
  'doce',
] as const;

/** A small count as a sentence says it; figures from thirteen on. One is `uno` where nothing follows it. */
export function countWord(count: number, one: 'un' | 'una' | 'uno' = 'uno'): string {
  return count === 1 ? one : (WORDS[count] ?? String(count));
}
