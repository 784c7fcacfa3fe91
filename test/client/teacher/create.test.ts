// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { recognise } from '../../../client/screens/teacher/create/choice.ts';
import { openCsv, readAs } from '../../../client/screens/teacher/create/csv-file.ts';
import { keepLastUsed, readLastUsed } from '../../../client/screens/teacher/create/last-used.ts';
import { plotPoints } from '../../../client/screens/teacher/create/plot-points.ts';
import Home from '../../../client/screens/teacher/Home.svelte';
import { TEACHER_TEXTS } from '../../../client/screens/teacher/words.ts';
import { memoryStorage, type KeyValue } from '../../../client/state/storage.ts';
import { loadWords } from '../../../client/state/words.svelte.ts';
import { buildLesson } from '../../../shared/lessons/build-lesson.ts';
import { withNetwork } from '../../../shared/lessons/change-draft.ts';
import { lessonToFragment } from '../../../shared/lessons/lesson-link.ts';
import { LESSONS } from '../../../shared/lessons/catalogue.ts';
import { usualDraft } from '../../../shared/lessons/usual-draft.ts';
import type { CreateSession } from '../../../shared/wire/http.ts';

afterEach(cleanup);

const words = await loadWords(TEACHER_TEXTS, 'es', document.documentElement);
const { create } = words.texts;
const { home } = words.texts.teacher;

const built = buildLesson({ ...withNetwork(usualDraft(), { layers: [3] }), title: 'Gatos de 2.º A' });
if (built.kind === 'problems') throw new Error('the usual draft should be a lesson');
const OWN = built.lesson;

function show({
  linked = null,
  memory = memoryStorage(),
}: { linked?: string | null; memory?: KeyValue } = {}): {
  readonly wanted: CreateSession[];
  readonly memory: KeyValue;
} {
  const wanted: CreateSession[] = [];
  render(Home, {
    words,
    sessions: [],
    problem: null,
    busy: false,
    memory,
    linked,
    oncreate: (one: CreateSession) => void wanted.push(one),
    onenter: () => undefined,
    onforget: () => undefined,
  });
  return { wanted, memory };
}

const press = (name: string): Promise<boolean> => fireEvent.click(screen.getByRole('button', { name }));
const pick = (name: RegExp): Promise<boolean> => fireEvent.click(screen.getByRole('radio', { name }));

describe('picking a lesson', () => {
  it('opens one that comes with the program by its id alone, with what the teacher chose', async () => {
    const { wanted } = show();
    await pick(/^Una recta/u);
    await press(home.open);
    expect(wanted).toEqual([
      { lesson: 'line', language: 'es', settings: { roundSeconds: 20, freeNames: false } },
    ]);
  });

  it('says of each what it asks for, and who would hold what', async () => {
    show();
    expect(
      screen.getByText(/red 2-4-1 · 17 pesos · 7 etapas · 15 rondas a mano/u, {
        selector: 'label:first-of-type *',
      }),
    ).toBeTruthy();
    expect(
      screen.getByText('Con 25 personas y 17 pesos: cada una lleva 1; 8 pesos los llevan entre 2.'),
    ).toBeTruthy();
    await pick(/^Una recta/u);
    expect(
      screen.getByText(
        /Con 25 personas y 2 pesos: cada una lleva 1; 1 peso lo llevan entre 13; 1 peso lo llevan entre 12/u,
      ),
    ).toBeTruthy();
  });

  it('begins the next time with what was used last', async () => {
    const { memory } = show();
    await pick(/^Pingüinos/u);
    await press(home.open);
    cleanup();
    show({ memory });
    expect(screen.getByRole('radio', { name: /^Pingüinos/u, checked: true })).toBeTruthy();
  });
});

describe('a lesson from a link', () => {
  it('is there to be opened, whole', async () => {
    const { wanted } = show({ linked: lessonToFragment(OWN) });
    expect(screen.getByText(create.opened('Gatos de 2.º A'))).toBeTruthy();
    await press(home.open);
    expect(wanted[0]?.lesson).toEqual(OWN);
  });

  it('is refused in words if it is broken, and the others stay', async () => {
    const { wanted } = show({ linked: 'WzFd' });
    expect(screen.getByText(create.badLink)).toBeTruthy();
    await press(home.open);
    expect(wanted[0]?.lesson).toBe('pets');
  });

  it('may be one whose points the class will draw', async () => {
    const drawn = { ...OWN, data: { id: 'drawn', seed: 1, classes: 2 } as const };
    const { wanted } = show({ linked: lessonToFragment(drawn) });
    await press(home.open);
    expect(wanted[0]?.lesson).toEqual(drawn);
  });

  it('is one of ours if it is that word for word', () => {
    const [pets] = LESSONS;
    if (pets === undefined) throw new Error('there should be lessons');
    expect(recognise(pets, 'x')).toEqual({ choice: { kind: 'built-in', id: 'pets' }, own: null });
    expect(recognise({ ...pets, seatCap: 30 }, 'x').own?.title).toBe('x');
  });
});

describe('building a lesson', () => {
  it('cannot be done without a title, and is used once it has one', async () => {
    const { wanted } = show();
    await press(create.build);
    expect(screen.getByText(create.builder.fix(1))).toBeTruthy();
    expect(screen.getByText(create.problem({ field: 'title', kind: 'no-title' }))).toBeTruthy();
    await fireEvent.input(screen.getByLabelText(create.builder.name), { target: { value: 'Mía' } });
    await press(create.builder.use);
    await press(home.open);
    expect(wanted[0]?.lesson).toMatchObject({ title: 'Mía', network: { sizes: [2, 4, 1] } });
  });

  it('changes the lesson that is picked, and leaves it as it was on the way back', async () => {
    const { wanted } = show();
    await pick(/^XOR/u);
    await press(create.change);
    expect(screen.getByLabelText(create.builder.name)).toHaveProperty('value', home.lessons.xor.name);
    await fireEvent.input(screen.getByLabelText(create.builder.layer(1)), { target: { value: '5' } });
    expect(screen.getByText(create.builder.shape([2, 5, 1], 21))).toBeTruthy();
    await press(create.builder.back);
    await press(home.open);
    expect(wanted[0]?.lesson).toBe('xor');
  });
});

describe('what this device remembers', () => {
  const used = { lesson: OWN, seconds: 0, freeNames: true, size: 12 };

  it('is the lesson whole and how it was played', () => {
    const memory = memoryStorage();
    keepLastUsed(memory, used);
    expect(readLastUsed(memory)).toEqual(used);
  });

  it.each([
    ['no JSON', '{'],
    ['another version', '{"lesson":7}'],
    ['a lesson that breaks the rules', '{"lesson":{"id":"own"}}'],
  ])('is nothing where there is %s', (_, written) => {
    const memory = memoryStorage();
    memory.setItem('descenso-last-lesson', written);
    expect(readLastUsed(memory)).toBeNull();
  });

  it('gives way where there is no room', () => {
    const memory = {
      ...memoryStorage(),
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(() => keepLastUsed(memory, used)).not.toThrow();
  });
});

describe('a table on this computer', () => {
  const rows = Array.from({ length: 20 }, (_, row) => `${row};${row % 7};${row % 2 === 0 ? 'sí' : 'no'}`);
  const bytes = new TextEncoder().encode(['x;y;z', ...rows].join('\n'));

  it('is read again as the teacher says, and as found once they take it back', () => {
    const file = openCsv('t.csv', bytes);
    const cut = readAs(file, { separator: '|' });
    expect(cut.reading.ok).toBe(false);
    expect(readAs(cut, { separator: undefined })).toEqual(file);
  });
});

describe('the plot of the examples', () => {
  it('has one point for each, in its class, inside the square', () => {
    const points = plotPoints(OWN.data, { across: 0, up: 1 });
    expect(points).toHaveLength(60);
    expect(points.filter(({ classIndex }) => classIndex === 1)).toHaveLength(30);
    for (const { x, y } of points) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(Math.max(x, y)).toBeLessThanOrEqual(100);
    }
  });

  it('puts classes in rows where there is a single feature', () => {
    const line = { id: 'line', seed: 1, sizes: { training: 10, validation: 4, test: 4 }, noise: 1 } as const;
    const rows = new Set(plotPoints(line, { across: 0, up: null }).map(({ y }) => y));
    expect(rows.size).toBe(2);
  });
});
