import type { CostLine } from '../draw/cost-axis.ts';
import type { CommonText } from '../text/common.ts';
import type { Numbers } from '../text/numbers.ts';

/** A curve with its name. The badge, one or two letters, ties its line to its name; colour has no part in it. */
export type NamedCurve = {
  readonly key: string;
  readonly name: string;
  readonly badge: string;
  readonly kind: 'machine' | 'class';
  readonly curve: CostLine;
};

export type CostCurvesWords = CommonText['costCurves'];

const DECIMALS = 3;
/** Past this, decimals say nothing. */
const LARGE = 100;

/** An error however large: `0,384`, `12.000`; null where it is no number any more. */
export function lossFigure(numbers: Numbers, loss: number): string | null {
  if (!Number.isFinite(loss)) return null;
  return loss >= LARGE ? numbers.count(Math.round(loss)) : numbers.figure(loss, DECIMALS);
}

/** Where a curve stands, for its name's line. */
export function whereItStands(
  words: CostCurvesWords,
  numbers: Numbers,
  { passes, losses }: CostLine,
  isBeyond: boolean,
): string {
  const last = losses[losses.length - 1];
  if (last === undefined) return '';
  const figure = lossFigure(numbers, last);
  if (figure === null) return words.endless;
  return isBeyond ? words.beyond(figure) : words.at(figure, numbers.count(passes[passes.length - 1] ?? 0));
}

/** All curves in words, for those who cannot see them. */
export function costCurvesAbout(
  words: CostCurvesWords,
  numbers: Numbers,
  curves: readonly NamedCurve[],
): string {
  const lines = curves.flatMap(({ name, curve: { passes, losses } }) => {
    const [first, last] = [losses[0], losses[losses.length - 1]];
    if (first === undefined || last === undefined) return [];
    const said = (loss: number): string => lossFigure(numbers, loss) ?? words.endless;
    return [words.line(name, said(first), said(last), numbers.count(passes[passes.length - 1] ?? 0))];
  });
  return words.about(lines.join(' '));
}
