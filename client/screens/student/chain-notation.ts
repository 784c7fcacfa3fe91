import type { Parameter } from '../../../shared/network/topology.ts';

/** The chain rule at one parameter: what its symbols are, and its figures as they are written. */
export type ChainNotation = {
  readonly kind: 'weight' | 'bias';
  /** What comes in: an example's feature, or what a neuron answers. */
  readonly source: 'x' | 'a';
  readonly input: string;
  /** Null where loss and activation meet in one formula. */
  readonly slope: string | null;
  readonly errorBack: string;
  readonly here: string;
  readonly mean: string;
};

type Figures = {
  readonly input: number;
  readonly slope: number | null;
  readonly errorBack: number;
  readonly gradientHere: number;
  readonly gradient: number;
};

export function chainNotation(
  { from, layer }: Parameter,
  { input, slope, errorBack, gradientHere, gradient }: Figures,
  figure: (value: number) => string,
): ChainNotation {
  const factor = (value: number): string => (value < 0 ? `(${figure(value)})` : figure(value));
  return {
    kind: from === null ? 'bias' : 'weight',
    source: layer === 1 ? 'x' : 'a',
    input: from === null ? '1' : factor(input),
    slope: slope === null ? null : factor(slope),
    errorBack: factor(errorBack),
    here: figure(gradientHere),
    mean: figure(gradient),
  };
}

/** The same in a line of plain text each, for browsers that set no mathematics. */
export function plainNotation(notation: ChainNotation): readonly string[] {
  const { kind, source, input, slope, errorBack, here, mean } = notation;
  const by = kind === 'bias' ? '∂b' : '∂w';
  const incoming = kind === 'bias' ? '1' : source;
  const factors = slope === null ? [incoming, '∂L/∂z'] : [incoming, 'f′(z)', '∂L/∂a'];
  const figures = slope === null ? [input, errorBack] : [input, slope, errorBack];
  return [
    `∂L/${by} = ${factors.join(' · ')}`,
    `= ${figures.join(' · ')} = ${here}`,
    `(1/n) Σ ∂L/${by} = ${mean}`,
  ];
}
