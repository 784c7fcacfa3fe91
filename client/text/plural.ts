/**
 * One form or the other. Spanish and English agree for whole counts: one thing is singular, everything else,
 * zero included, plural; Intl.PluralRules would say no more than that.
 */
export function plural(count: number, one: string, other: string): string {
  return count === 1 ? one : other;
}
