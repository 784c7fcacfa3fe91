// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import LossCurve from '../../../client/parts/LossCurve.svelte';
import { createNumbers } from '../../../client/text/numbers.ts';

const HISTORY = {
  points: [0.6, 0.5, 0.4].map((loss, round) => ({ round, loss, validation: null, isTakenBack: false })),
  stages: [],
  returns: [],
};
const CURVE = { history: HISTORY, numbers: createNumbers('es'), label: 'Error de la red, 3 rondas' };

describe('the error curve on a page', () => {
  it('is a picture with a name for everybody', () => {
    render(LossCurve, CURVE);
    expect(screen.getByRole('img', { name: 'Error de la red, 3 rondas' })).toBeTruthy();
    expect(screen.queryAllByRole('button')).toEqual([]);
  });

  it('lets the teacher tap a round to go back to it', async () => {
    const tapped: number[] = [];
    render(LossCurve, {
      ...CURVE,
      onpoint: (index: number) => tapped.push(index),
      pointLabel: (index: number) => `Volver a la ronda ${index}`,
    });
    await fireEvent.click(screen.getByRole('button', { name: 'Volver a la ronda 1' }));
    expect(tapped).toEqual([1]);
  });

  it('is one tab stop, the newest round, and the arrows walk along it', async () => {
    render(LossCurve, { ...CURVE, onpoint: () => undefined });
    const buttons = screen.getAllByRole('button');
    expect(buttons.map(({ tabIndex }) => tabIndex)).toEqual([-1, -1, 0]);
    buttons[2]?.focus();
    await fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowLeft' });
    expect(document.activeElement).toBe(buttons[1]);
    await fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Home' });
    expect(document.activeElement).toBe(buttons[0]);
    await fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowLeft' });
    expect(document.activeElement).toBe(buttons[0]);
    expect(buttons.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1]);
  });
});
