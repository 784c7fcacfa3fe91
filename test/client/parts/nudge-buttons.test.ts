// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import NudgeButtons from '../../../client/parts/NudgeButtons.svelte';
import { common } from '../../../client/text/es/common.ts';
import { nudgeText } from '../../../client/text/nudge-text.ts';

const PHONE = {
  direction: null,
  size: 'normal',
  delivery: 'none',
  words: nudgeText(common),
  ondirection: () => undefined,
  onsize: () => undefined,
} as const;

describe('the three buttons', () => {
  it('lower, leave and raise the weight', async () => {
    const chosen: number[] = [];
    render(NudgeButtons, { ...PHONE, ondirection: (direction: number) => chosen.push(direction) });
    for (const name of ['Bajar', 'Dejar', 'Subir'])
      await fireEvent.click(screen.getByRole('button', { name }));
    expect(chosen).toEqual([-1, 0, 1]);
  });

  it('show what is chosen, and nothing as long as nothing is', async () => {
    const { rerender } = render(NudgeButtons, PHONE);
    expect(screen.queryAllByRole('button', { pressed: true })).toEqual([]);
    await rerender({ direction: 0 });
    expect(screen.getByRole('button', { pressed: true }).textContent).toContain('Dejar');
  });

  it('have a tick only when the server has the proposal', async () => {
    const { container, rerender } = render(NudgeButtons, { ...PHONE, direction: 1, delivery: 'sending' });
    expect(container.querySelector('.delivery.accepted')).toBeNull();
    expect(screen.getByText('Enviando…')).toBeTruthy();
    await rerender({ delivery: 'accepted' });
    expect(container.querySelector('.raise .delivery.accepted')).not.toBeNull();
    expect(screen.getByText('Propuesta recibida')).toBeTruthy();
  });

  it('tell the error of each direction only when the stage does', async () => {
    const { rerender } = render(NudgeButtons, PHONE);
    expect(screen.queryByText(/error/u)).toBeNull();
    await rerender({ captions: { [-1]: 'error +0,006', 1: 'error −0,005' } });
    expect(screen.getByRole('button', { name: /Subir error −0,005/u })).toBeTruthy();
  });

  it('offer three sizes of step as one choice', async () => {
    const sizes: string[] = [];
    render(NudgeButtons, { ...PHONE, onsize: (size: string) => sizes.push(size) });
    expect(screen.getByRole('group', { name: 'Tamaño del paso' })).toBeTruthy();
    await fireEvent.click(screen.getByRole('radio', { name: 'zancada' }));
    expect(sizes).toEqual(['large']);
  });

  it('cannot be pressed when the round is closed', () => {
    render(NudgeButtons, { ...PHONE, disabled: true });
    for (const button of screen.getAllByRole('button')) expect(button).toHaveProperty('disabled', true);
  });
});
