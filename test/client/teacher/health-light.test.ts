// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import HealthDialog from '../../../client/screens/teacher/HealthDialog.svelte';
import HealthLight from '../../../client/screens/teacher/HealthLight.svelte';
import type { HealthReading } from '../../../shared/wire/health.ts';
import { ENGLISH, SPANISH } from './console-words.ts';

const READING: HealthReading = {
  light: 'red',
  troubles: ['saving', 'late'],
  figures: {
    eventLoopDelayMs: 130,
    answerMs: 1_900,
    saving: true,
    slowDropped: 0,
    standstills: 1,
    connections: 31,
    memoryMegabytes: 140,
  },
};
const CALM: HealthReading = { ...READING, light: 'green', troubles: [] };

afterEach(() => cleanup());

describe('the light of the server', () => {
  it('is a word besides a colour, is heard when it turns, and opens the figures', async () => {
    const onopen = vi.fn<() => void>();
    const text = SPANISH.texts.teacher.health;
    render(HealthLight, { health: { now: READING }, text, onopen });
    expect(screen.getByRole('status').textContent).toBe('Servidor atrasado');
    await fireEvent.click(screen.getByRole('button', { name: 'Servidor atrasado. Ver las cifras' }));
    expect(onopen).toHaveBeenCalledOnce();
  });

  it('is not heard while the server keeps up, and says so where there is no answer', () => {
    const text = ENGLISH.texts.teacher.health;
    render(HealthLight, { health: { now: CALM }, text, onopen: () => undefined });
    expect(screen.getByRole('status').textContent).toBe('');
    expect(screen.getByRole('button').textContent).toContain('Server keeps up');
    cleanup();
    render(HealthLight, { health: { now: 'no-answer' }, text, onopen: () => undefined });
    expect(screen.getByRole('status').textContent).toBe('Server does not answer');
  });

  it('says in plain words what is wrong, the gravest first, and every figure with its unit', () => {
    render(HealthDialog, { health: { now: READING }, words: ENGLISH, onclose: () => undefined });
    const [saving, late] = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(saving).toContain('nothing is confirmed until it is saved');
    expect(late).toContain('does too much at once');
    expect(screen.getAllByRole('definition').map(({ textContent }) => textContent)).toEqual([
      '1900 ms',
      '130 ms',
      'delayed',
      '0',
      '1',
      '31',
      '140 MB',
    ]);
  });
});
