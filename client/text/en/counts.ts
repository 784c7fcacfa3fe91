const WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
] as const;

/** A small count as a sentence says it; figures from thirteen on. */
export function countWord(count: number): string {
  return WORDS[count] ?? String(count);
}
