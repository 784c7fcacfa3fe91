import { LIMITS } from '../../../shared/session/limits.ts';

/** The three learning rates a lesson lets its class see. */
export type LearningRates = { readonly small: number; readonly right: number; readonly large: number };
export type RateKind = keyof LearningRates;

const SMALL_TO_LARGE: readonly RateKind[] = ['small', 'right', 'large'];

/** By the lesson's id; that they are what they are called is held by test/client/teacher/learning-rates.test.ts. */
const RATES: ReadonlyMap<string, LearningRates> = new Map([
  ['pets', { small: 0.02, right: 0.5, large: 4 }],
  ['line', { small: 0.05, right: 1, large: 2.5 }],
  ['xor', { small: 0.05, right: 1, large: 20 }],
  ['stop', { small: 0.02, right: 0.5, large: 4 }],
  ['penguins', { small: 0.02, right: 1, large: 50 }],
]);

/** What free play has, and a place to begin looking in a lesson of one's own. */
const USUAL: LearningRates = { small: 0.05, right: 1, large: 20 };

export function learningRates(lesson: string): LearningRates {
  return RATES.get(lesson) ?? USUAL;
}

export function ratesInOrder(
  rates: LearningRates,
): readonly { readonly kind: RateKind; readonly rate: number }[] {
  return SMALL_TO_LARGE.map((kind) => ({ kind, rate: rates[kind] }));
}

/**
 * The rate to try after one that has run: after too small, too large, and the right one last, so that the network goes
 * into the test as it should. Null once the right one has run.
 */
export function rateToTryNext(rates: LearningRates, tried: number): number | null {
  if (tried >= rates.large) return rates.right;
  return tried < rates.right ? rates.large : null;
}

/** A rate as somebody typed it. */
export type TypedRate =
  | { readonly kind: 'rate'; readonly rate: number }
  | { readonly kind: 'no-number' | 'too-small' | 'too-large' };

const NUMBER = /^\d*\.?\d+$|^\d+\.$/u;

/** With a decimal comma or point. */
export function readRate(typed: string): TypedRate {
  const written = typed.trim().replace(',', '.');
  if (!NUMBER.test(written)) return { kind: 'no-number' };
  const rate = Number(written);
  if (rate < LIMITS.learningRateLeast) return { kind: 'too-small' };
  return rate > LIMITS.learningRateMost ? { kind: 'too-large' } : { kind: 'rate', rate };
}

/** Decimals to write a rate with: 0.02 keeps both of its own, 4 needs none. */
export function rateDecimals(rate: number): number {
  return String(rate).includes('e') ? 4 : Math.min(4, (String(rate).split('.')[1] ?? '').length);
}
