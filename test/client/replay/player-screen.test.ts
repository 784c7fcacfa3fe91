// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readMoment, type Moment } from '../../../client/replay/moment.ts';
import Player from '../../../client/screens/replay/Player.svelte';
import { REPLAY_TEXTS, type ReplayWords } from '../../../client/screens/replay/words.ts';
import { createPreferences } from '../../../client/state/preferences.svelte.ts';
import { createReplaySource, openedFrom, type Kept } from '../../../client/state/replay-source.svelte.ts';
import { createReruns } from '../../../client/state/reruns.svelte.ts';
import { memoryStorage } from '../../../client/state/storage.ts';
import { loadWords } from '../../../client/state/words.svelte.ts';
import type { Bookmark } from '../../../shared/recording/recording.ts';
import { fileOf, playLesson } from '../../helpers/class-recording.ts';
import { openClassroom } from '../../helpers/classroom.ts';

const FILE = fileOf(playLesson(), { title: '2.º B' });
const KEPT: Kept = { id: 'a-class-of-22-letters_', key: 'a-key', isTeacher: true };
const spanish = await loadWords(REPLAY_TEXTS, 'es', document.createElement('div'));
const english = await loadWords(REPLAY_TEXTS, 'en', document.createElement('div'));

type Options = {
  readonly search?: string;
  readonly words?: ReplayWords;
  readonly file?: Uint8Array<ArrayBuffer>;
  readonly isTeacher?: boolean;
};

function open({ search = '', words = spanish, file = FILE, isTeacher = false }: Options = {}) {
  const showing = openedFrom(file, isTeacher ? KEPT : null);
  if (showing.kind !== 'open') throw new Error('the recording should open');
  const readNothing = () => Promise.resolve({ ok: false, error: 'unreachable', ms: null } as const);
  const beside = createReplaySource(readNothing);
  const moments: Moment[] = [];
  const kept: (readonly Bookmark[])[] = [];
  const continued: number[] = [];
  const { container } = render(Player, {
    opened: showing.opened,
    first: readMoment(search),
    words,
    preferences: createPreferences(memoryStorage(), document.createElement('div')),
    beside,
    reruns: createReruns(file, () => {
      throw new Error('no re-run was asked for');
    }),
    home: null,
    reportLink: null,
    linkTo: isTeacher ? ({ version }: Moment) => `http://class/replay/x?at=${version}` : null,
    onbookmarks: isTeacher
      ? (bookmarks: readonly Bookmark[]) => {
          kept.push(bookmarks);
          return Promise.resolve(null);
        }
      : null,
    oncontinue: isTeacher
      ? (version: number) => {
          continued.push(version);
          return Promise.resolve('nothing-to-continue');
        }
      : null,
    onmoment: (moment: Moment) => void moments.push(moment),
    onbroken: (error: unknown) => {
      throw error;
    },
  });
  return { container, moments, kept, continued, beside, at: () => moments[moments.length - 1]?.version ?? 0 };
}

const slider = () => screen.getByRole('slider', { name: 'Línea de tiempo' });
const press = (key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.body, { key, ...more });
const panel = () => within(screen.getByRole('complementary', { name: 'El momento' }));

// happy-dom has no frames worth the name; what plays by itself is tested with a clock of its own.
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the player', () => {
  it('says which class it is, and where in it one is', () => {
    open({ search: '?at=1' });
    screen.getByRole('heading', { name: /^2\.º B · 5 de octubre · 37 rondas/u });
    expect(slider().getAttribute('aria-valuetext')).toMatch(/^Antes de empezar, error 0,\d{3}$/u);
  });

  it('opens at the moment a link names', () => {
    const { at } = open({ search: '?at=120' });
    expect(at()).toBe(120);
    expect(slider().getAttribute('aria-valuenow')).toBe('120');
  });

  it('moves by moments, rounds and stages, to the ends, by its keys', async () => {
    const { at } = open();
    await press('PageDown');
    expect(slider().getAttribute('aria-valuetext')).toContain('Adivinar');
    const stage = at();
    await press('ArrowRight');
    const step = at();
    expect(step).toBeGreaterThan(stage);
    await press('ArrowRight', { shiftKey: true });
    expect(panel().getByText('1')).toBeTruthy();
    await press('ArrowLeft', { shiftKey: true });
    expect(at()).toBe(stage);
    await press('End');
    expect(slider().getAttribute('aria-valuetext')).toContain('La clase ha terminado');
    await press('Home');
    expect(at()).toBe(1);
  });

  it('leaves keys to whoever writes, and the space bar to buttons', async () => {
    const { at } = open({ search: '?at=50' });
    const select = screen.getByLabelText('Seguir');
    await fireEvent.keyDown(select, { key: 'ArrowRight' });
    expect(at()).toBe(50);
    const button = screen.getByRole('button', { name: 'Un momento adelante' });
    await fireEvent.keyDown(button, { key: ' ' });
    screen.getByRole('button', { name: 'Reproducir' });
  });

  it('takes a speed from a key or from the list', async () => {
    open();
    const speed = screen.getByLabelText<HTMLSelectElement>('Velocidad');
    await press('7');
    expect(speed.value).toBe('20');
    await press('1');
    expect(speed.value).toBe('0.25');
  });

  it('goes to a stage, a round or an end from a list', async () => {
    const { at } = open();
    await fireEvent.click(screen.getByRole('button', { name: 'Ir a…' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Retropropagar · desde la ronda 30' }));
    expect(slider().getAttribute('aria-valuetext')).toContain('Retropropagar');
    expect(at()).toBeGreaterThan(100);
  });

  it('explains its keys, in both languages', async () => {
    open({ words: english });
    await press('?');
    screen.getByRole('heading', { name: 'Help and settings' });
    screen.getByText('previous or next round');
  });

  it('plays and pauses', async () => {
    open();
    await press(' ');
    screen.getByRole('button', { name: 'Pausa' });
    await press(' ');
    screen.getByRole('button', { name: 'Reproducir' });
  });

  it('says that no round was played where none was', () => {
    open({ file: fileOf(openClassroom()) });
    screen.getByText('En esta clase no se jugó ninguna ronda.');
  });
});

describe('through whose eyes', () => {
  it('shows the projector as it was, without a way in', async () => {
    const { container } = open({ search: '?at=180' });
    await fireEvent.click(screen.getByRole('radio', { name: 'pantalla' }));
    screen.getByRole('img', { name: /^Error de la red: \d+ rondas/u });
    expect(container.querySelectorAll('main')).toHaveLength(1);
    expect(screen.queryByText('KM4-7RX')).toBeNull();
  });

  it('shows the console with nothing on it that could be pressed', async () => {
    const { container } = open({ search: '?at=180' });
    await fireEvent.click(screen.getByRole('radio', { name: 'docente' }));
    screen.getByRole('heading', { name: 'La clase' });
    const buttons = [...container.querySelectorAll('main button')];
    expect(buttons.length).toBeGreaterThan(10);
    expect(buttons.every((button) => button.closest('fieldset[disabled]') !== null)).toBe(true);
    expect(container.querySelectorAll('main')).toHaveLength(1);
  });

  it('keeps the console’s own keys out: the space bar plays, and closes no round', async () => {
    open({ search: '?at=180&as=teacher' });
    await press(' ');
    within(screen.getByRole('group', { name: 'Controles' })).getByRole('button', { name: 'Pausa' });
  });

  it('shows one student’s phone, by name, and another’s', async () => {
    open({ search: '?at=180&as=seat-2' });
    screen.getByRole('heading', { name: 'Ronda 17 · Ajustar' });
    const whose = screen.getByLabelText<HTMLSelectElement>('Qué estudiante');
    expect(whose.selectedOptions[0]?.textContent).toBe('Nutria 2');
  });

  it('says when somebody had not come yet', () => {
    open({ search: '?at=2&as=seat-5' });
    screen.getByText('Todavía no ha entrado.');
  });
});

describe('following', () => {
  it('tells a weight’s value, its move and its gradient, and draws its line', () => {
    open({ search: '?at=180&follow=weight-3' });
    screen.getByText('Valor');
    screen.getByRole('img', { name: /^El peso .+, ronda a ronda/u });
  });

  it('tells what one person holds and proposes', async () => {
    const { moments } = open({ search: '?at=180' });
    const select = screen.getByLabelText<HTMLSelectElement>('Seguir');
    const index = [...select.options].findIndex((option) => option.textContent === 'Nutria 4');
    select.selectedIndex = index;
    await fireEvent.change(select);
    screen.getByRole('img', { name: /propuestas de Nutria 4/u });
    expect(moments[moments.length - 1]?.followed).toEqual({ kind: 'seat', seat: 4 });
  });
});

describe('what a teacher may do', () => {
  it('marks a moment, and is offered a name for it', async () => {
    const { kept } = open({ search: '?at=180', isTeacher: true });
    await press('b');
    const field = screen.getByLabelText<HTMLInputElement>('Qué pasa aquí');
    expect(field.value).toMatch(/^Ronda \d+$/u);
    await fireEvent.input(field, { target: { value: 'Aquí baja de golpe' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Guardar' }));
    await vi.runAllTimersAsync();
    expect(kept).toEqual([[{ version: 180, label: 'Aquí baja de golpe' }]]);
    screen.getByRole('button', { name: 'Marcador: Aquí baja de golpe' });
  });

  it('goes on live from the moment shown, or is told why not', async () => {
    const { continued } = open({ search: '?at=180', isTeacher: true });
    await fireEvent.click(screen.getByRole('button', { name: 'Seguir en vivo desde aquí' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Abrir la clase' }));
    await vi.runAllTimersAsync();
    expect(continued).toEqual([180]);
    screen.getByText(/no hay desde dónde seguir/u);
  });

  it('is not offered to whoever may only look', async () => {
    open({ search: '?at=180' });
    expect(screen.queryByRole('button', { name: 'Seguir en vivo desde aquí' })).toBeNull();
    await press('b');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('two classes', () => {
  it('stand side by side once another file is chosen', async () => {
    const { beside } = open({ search: '?at=180' });
    await beside.openFile(new Blob([fileOf(playLesson(3, 9), { title: '2.º C' })]));
    await vi.runAllTimersAsync();
    screen.getByRole('region', { name: /^2\.º B/u });
    const other = within(screen.getByRole('region', { name: /^2\.º C/u }));
    other.getByText(/^Ronda \d+/u);
    await fireEvent.click(screen.getByRole('button', { name: 'Dejar de comparar' }));
    expect(screen.queryByRole('region', { name: /^2\.º C/u })).toBeNull();
  });
});
