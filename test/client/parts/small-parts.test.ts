// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { describe, expect, it } from 'vitest';
import Banner from '../../../client/parts/Banner.svelte';
import Button from '../../../client/parts/Button.svelte';
import ClockRing from '../../../client/parts/ClockRing.svelte';
import CodeField from '../../../client/parts/CodeField.svelte';
import CostBars from '../../../client/parts/CostBars.svelte';
import DecisionMap from '../../../client/parts/DecisionMap.svelte';
import Dialog from '../../../client/parts/Dialog.svelte';
import EffectTable from '../../../client/parts/EffectTable.svelte';
import LossFigure from '../../../client/parts/LossFigure.svelte';
import Pet from '../../../client/parts/Pet.svelte';
import PhaseSteps from '../../../client/parts/PhaseSteps.svelte';
import ProgressPips from '../../../client/parts/ProgressPips.svelte';
import QrCode from '../../../client/parts/QrCode.svelte';
import Segmented from '../../../client/parts/Segmented.svelte';
import Switch from '../../../client/parts/Switch.svelte';
import WeightCurve from '../../../client/parts/WeightCurve.svelte';
import { common } from '../../../client/text/es/common.ts';
import { createNumbers } from '../../../client/text/numbers.ts';

const numbers = createNumbers('es');
const words = (text: string) => createRawSnippet(() => ({ render: () => `<span>${text}</span>` }));

describe('a button', () => {
  it('does one thing, and tells which key does it too', async () => {
    let presses = 0;
    render(Button, { children: words('+10 rondas'), shortcut: 'F', onclick: () => (presses += 1) });
    const button = screen.getByRole('button', { name: '+10 rondas' });
    await fireEvent.click(button);
    expect(presses).toBe(1);
    expect(button.getAttribute('aria-keyshortcuts')).toBe('F');
    expect(button.getAttribute('type')).toBe('button');
  });
});

describe('a choice of one', () => {
  it('is a group of radios with one chosen', async () => {
    const chosen: string[] = [];
    render(Segmented, {
      legend: 'Tiempo',
      options: [
        { value: 'free', label: 'libre' },
        { value: 'ten', label: '10 s' },
      ],
      value: 'ten',
      onchange: (value: string) => chosen.push(value),
    });
    expect(screen.getByRole('radio', { name: '10 s' })).toHaveProperty('checked', true);
    await fireEvent.click(screen.getByRole('radio', { name: 'libre' }));
    expect(chosen).toEqual(['free']);
  });
});

describe('a switch', () => {
  it('asks for the opposite of what holds', async () => {
    const asked: boolean[] = [];
    render(Switch, { label: 'nombres', on: true, onchange: (on: boolean) => asked.push(on) });
    const control = screen.getByRole('switch', { name: 'nombres' });
    expect(control.getAttribute('aria-checked')).toBe('true');
    await fireEvent.click(control);
    expect(asked).toEqual([false]);
  });
});

describe('a dialog', () => {
  it('is there only when it is open, has its title as its name, and can be closed', async () => {
    let closed = 0;
    const props = {
      title: 'Quitar a Bruno',
      closeLabel: 'Cerrar',
      children: words('¿Seguro?'),
      onclose: () => (closed += 1),
    };
    const { rerender } = render(Dialog, { ...props, open: false });
    expect(screen.queryByRole('dialog')).toBeNull();
    await rerender({ open: true });
    expect(screen.getByRole('dialog', { name: 'Quitar a Bruno' })).toHaveProperty('open', true);
    await fireEvent.click(screen.getByRole('button', { name: 'Cerrar' }));
    expect(closed).toBe(1);
  });
});

describe('a banner', () => {
  it('interrupts only for what is lost', () => {
    render(Banner, { kind: 'info', children: words('Guardando…') });
    render(Banner, { kind: 'lost', children: words('Sin conexión') });
    expect(screen.getByRole('status').textContent).toContain('Guardando…');
    expect(screen.getByRole('alert').textContent).toContain('Sin conexión');
  });
});

describe('the code field', () => {
  it('takes a code however it is typed and shows it in two threes', async () => {
    const codes: string[] = [];
    render(CodeField, { label: 'Código de la clase', code: '', oncode: (code: string) => codes.push(code) });
    const field = screen.getByLabelText<HTMLInputElement>('Código de la clase');
    await fireEvent.input(field, { target: { value: ' km4 7rx' } });
    expect(codes).toEqual(['KM47RX']);
    expect(field.value).toBe('KM4-7RX');
  });

  it('says what was wrong with a code, tied to the field', () => {
    render(CodeField, {
      label: 'Código',
      code: 'KM4',
      oncode: () => undefined,
      problem: 'Ese código no es de ninguna clase.',
    });
    const field = screen.getByLabelText('Código');
    const problem = document.getElementById(field.getAttribute('aria-describedby') ?? '');
    expect(problem?.textContent).toBe('Ese código no es de ninguna clase.');
    expect(field.getAttribute('aria-invalid')).toBe('true');
  });
});

describe('the error as a figure', () => {
  it('strikes the old one through and says in a word which way it went', () => {
    render(LossFigure, {
      label: 'Error de la red',
      loss: 0.253,
      previous: 0.384,
      numbers,
      words: common,
      beforeLabel: 'antes',
    });
    expect(screen.getByText('0,253')).toBeTruthy();
    expect(screen.getByText('0,384').closest('s')).not.toBeNull();
    expect(screen.getByText('baja').closest('.falls')?.textContent).toContain('0,131');
  });

  it('calls a change that rounds to nothing the same, not better or worse', () => {
    render(LossFigure, {
      label: 'Error',
      loss: 0.38401,
      previous: 0.384,
      numbers,
      words: common,
      beforeLabel: 'antes',
    });
    expect(screen.getByText('igual')).toBeTruthy();
  });
});

describe('the effects after a round', () => {
  it('are one line each, and one that is not known says so', () => {
    render(EffectTable, {
      caption: 'Qué cambió el error',
      rows: [
        { label: 'Tú en solitario', change: -0.0049 },
        { label: 'Todos a la vez', change: 0.02 },
        { label: 'Con Zoe', change: null },
      ],
      numbers,
      words: common,
    });
    expect(screen.getByRole('table', { name: 'Qué cambió el error' })).toBeTruthy();
    expect(row('Tú en solitario')).toContain('baja 0,0049');
    expect(row('Todos a la vez')).toContain('sube 0,0200');
    expect(row('Con Zoe')).toContain('todavía no se sabe');
  });
});

describe('the round on the screen', () => {
  it('shows which phase runs and which are done', () => {
    const steps = [
      { key: 'predict', name: 'Predecir' },
      { key: 'nudge', name: 'Proponer' },
      { key: 'adjust', name: 'Ajustar' },
    ];
    const { container } = render(PhaseSteps, { steps, current: 'nudge', label: 'Fases', doneLabel: 'hecho' });
    expect(container.querySelector('[aria-current="step"]')?.textContent?.trim()).toBe('Proponer');
    expect(container.querySelectorAll('.done')).toHaveLength(1);
  });

  it('counts seconds up to the next whole one, and shows bars instead while the clock stands', async () => {
    const { container, rerender } = render(ClockRing, {
      remainingMs: 5400,
      totalMs: 10_000,
      label: 'quedan 6 s',
    });
    expect(screen.getByRole('img', { name: 'quedan 6 s' }).textContent?.trim()).toBe('6');
    await rerender({ remainingMs: 125_000, totalMs: 180_000 });
    expect(container.textContent?.trim()).toBe('2:05');
    await rerender({ isPaused: true });
    expect(container.textContent?.trim()).toBe('');
  });

  it('has a pip for each student of a class, and one bar for a lecture hall', async () => {
    const { container, rerender } = render(ProgressPips, {
      count: 21,
      all: 28,
      label: '21 de 28 han propuesto',
    });
    const bar = screen.getByRole('progressbar', { name: '21 de 28 han propuesto' });
    expect(bar.getAttribute('aria-valuenow')).toBe('21');
    expect(container.querySelectorAll('i')).toHaveLength(28);
    expect(container.querySelectorAll('i.done')).toHaveLength(21);
    await rerender({ count: 500, all: 1000, label: '500 de 1000 han propuesto' });
    expect(container.querySelectorAll('i')).toHaveLength(1);
  });
});

describe('pictures', () => {
  it('have names when they say something and none when they decorate', () => {
    render(Pet, { features: { ears: 1, size: 0 }, kind: 'cat', px: 60, label: 'gato' });
    render(Pet, { features: { ears: -1, size: 0 }, kind: 'dog', px: 60 });
    render(QrCode, { value: 'http://192.168.1.20:3000/KM47RX', label: 'Código QR de 192.168.1.20:3000' });
    render(WeightCurve, {
      data: { points: [], now: { value: 1, loss: 0.4 }, lower: null, raise: { value: 1.2, loss: 0.3 } },
      label: 'El error si solo se mueve tu peso',
    });
    render(DecisionMap, {
      picture: null,
      data: { examples: [], range: 2, featureNames: ['ears', 'size'], marked: null },
      label: '56 de 60 aciertos',
      up: '↑ más grande',
      right: 'orejas en punta →',
    });
    const names = screen.getAllByRole('img').map((picture) => picture.getAttribute('aria-label'));
    expect(names).toEqual([
      'gato',
      'Código QR de 192.168.1.20:3000',
      'El error si solo se mueve tu peso',
      '56 de 60 aciertos',
    ]);
  });

  it('of costs have as many bars as passes', () => {
    const { container } = render(CostBars, {
      rows: [
        { label: 'Probar cada peso', forward: 34, backward: 0, caption: '34 pasadas por la red' },
        { label: 'Retropropagar', forward: 1, backward: 1, caption: '2 pasadas por la red' },
      ],
    });
    expect(container.querySelectorAll('i')).toHaveLength(36);
    expect(container.querySelectorAll('i.backward')).toHaveLength(1);
  });
});

function row(name: string): string {
  return screen.getByRole('row', { name: new RegExp(name, 'u') }).textContent?.replace(/\s+/gu, ' ') ?? '';
}
