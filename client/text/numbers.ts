import type { Language } from './language.ts';

/** How a language writes figures: decimal comma or point, a real minus sign, fixed decimals. */
export type Numbers = {
  /** `0,384`; `−1,30`. Never `−0,00`. */
  readonly figure: (value: number, decimals: number) => string;
  /** The same with its sign always there, except for what rounds to zero: `+0,006`, `−0,005`, `0,000`. */
  readonly signed: (value: number, decimals: number) => string;
  /** A count: `21`, `1.200`. */
  readonly count: (value: number) => string;
  /** A share from 0 to 1 in whole hundredths: `93 %` in Spanish, `93%` in English. */
  readonly percent: (share: number) => string;
};

/** The figures of one language. Formatters are made once: building one costs more than using it. */
export function createNumbers(language: Language): Numbers {
  const fixed = new Map<string, Intl.NumberFormat>();
  const formatter = (decimals: number, signDisplay: 'auto' | 'exceptZero'): Intl.NumberFormat => {
    const key = `${signDisplay} ${decimals}`;
    const known = fixed.get(key);
    if (known !== undefined) return known;
    const made = new Intl.NumberFormat(language, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      signDisplay,
    });
    fixed.set(key, made);
    return made;
  };
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  return {
    figure: (value, decimals) =>
      withMinus(formatter(decimals, 'auto').format(withoutZeroSign(value, decimals))),
    signed: (value, decimals) =>
      withMinus(formatter(decimals, 'exceptZero').format(withoutZeroSign(value, decimals))),
    count: (value) => withMinus(whole.format(value)),
    percent: (value) => share.format(value),
  };
}

/** Intl writes −0.0004 with three decimals as "-0.000": a sign on nothing. */
function withoutZeroSign(value: number, decimals: number): number {
  return Math.abs(value) < 0.5 * 10 ** -decimals ? 0 : value;
}

/** Intl writes a hyphen, which is shorter than a plus and reads as a dash. */
function withMinus(text: string): string {
  return text.replace('-', '−');
}
