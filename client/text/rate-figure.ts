import type { Numbers } from './numbers.ts';

const MOST_DECIMALS = 4;

/** A learning rate with the decimals it needs and no more: "0,5", "0,0001", "20". */
export function rateFigure(numbers: Numbers, rate: number): string {
  for (let decimals = 0; decimals < MOST_DECIMALS; decimals++) {
    if (Number(rate.toFixed(decimals)) === rate) return numbers.figure(rate, decimals);
  }
  return numbers.figure(rate, MOST_DECIMALS);
}
