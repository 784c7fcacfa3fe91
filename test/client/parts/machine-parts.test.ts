// @vitest-environment happy-dom
import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import CostCurves from '../../../client/parts/CostCurves.svelte';
import StopReveal from '../../../client/parts/StopReveal.svelte';
import { costCurvesAbout, type NamedCurve } from '../../../client/parts/cost-curves.ts';
import { common } from '../../../client/text/es/common.ts';
import { createNumbers } from '../../../client/text/numbers.ts';

const numbers = createNumbers('es');
const machine: NamedCurve = {
  key: 'm',
  badge: 'M',
  name: 'La máquina',
  kind: 'machine',
  curve: { passes: [0, 2, 4], losses: [0.61, 0.4, 0.08] },
};
const probing: NamedCurve = {
  key: '3',
  badge: '3',
  name: 'Probar cada peso',
  kind: 'class',
  curve: { passes: [0, 34, 68], losses: [0.61, 0.5, 0.43] },
};
const words = common.costCurves;

describe('curves by cost', () => {
  it('say whose each is, and where it stands', () => {
    render(CostCurves, { curves: [probing, machine], numbers, words });
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      '3 Probar cada peso 0,430 con 68 pasadas',
      'M La máquina 0,080 con 4 pasadas',
    ]);
  });

  it('are told in words to those who cannot see them', () => {
    expect(costCurvesAbout(words, numbers, [machine])).toBe(
      'Error según lo que costó. La máquina: de 0,610 a 0,080, con 4 pasadas.',
    );
  });

  it('call an error by its figure however large, and what is no number any more without one', () => {
    const exploded = (loss: number) => ({ ...machine, curve: { passes: [0, 2], losses: [0.6, loss] } });
    const { rerender } = render(CostCurves, { curves: [exploded(1e6)], numbers, words });
    expect(screen.getByRole('listitem').textContent).toContain('se dispara: 1.000.000');
    void rerender({ curves: [exploded(Number.NaN)], numbers, words });
    expect(costCurvesAbout(words, numbers, [exploded(Number.NaN)])).toContain('se dispara sin fin');
  });

  it('say that there are none before the first step', () => {
    render(CostCurves, { curves: [], numbers, words });
    expect(screen.getByText(words.empty)).toBeDefined();
  });
});

describe('what stopping revealed', () => {
  const props = { numbers, words: common.stopReveal };

  it('says so where nothing is revealed yet', () => {
    render(StopReveal, { revealed: null, ...props });
    expect(screen.getByText(common.stopReveal.empty)).toBeDefined();
  });

  it('names its curves, and says where nobody stopped', () => {
    const revealed = {
      seen: [0.5, 0.4],
      validation: [0.5, 0.6],
      best: { round: 0, loss: 0.5, point: 0 },
      gap: 0.2,
      patience: 1,
      stops: [],
    };
    render(StopReveal, { revealed, ...props });
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'error de lo visto',
      'error de lo nuevo',
      'Nadie paró.',
    ]);
  });
});
