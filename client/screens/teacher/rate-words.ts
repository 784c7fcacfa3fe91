import type { Numbers } from '../../text/numbers.ts';
import { rateDecimals } from './learning-rates.ts';

/** A rate as it was meant: 0.02 with both its decimals, 4 with none. */
export function rateWords(rate: number, numbers: Numbers): string {
  return numbers.figure(rate, rateDecimals(rate));
}
