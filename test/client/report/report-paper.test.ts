// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { reportOf } from '../../../shared/recording/report.ts';
import type { RecordingHeader, SeatName } from '../../../shared/recording/recording.ts';
import type { SessionEvent } from '../../../shared/session/events.ts';
import ReportPaper from '../../../client/screens/report/ReportPaper.svelte';
import { csvOf, jsonOf } from '../../../client/screens/report/table-files.ts';
import { weightsByNetwork } from '../../../client/screens/report/weight-rows.ts';
import { REPORT_TEXTS } from '../../../client/screens/report/words.ts';
import { loadWords } from '../../../client/state/words.svelte.ts';
import { curveOf } from '../../helpers/curve.ts';
import { recordedEvents } from '../../helpers/recorded.ts';
import { playSmallClass } from '../../helpers/small-class.ts';

afterEach(cleanup);

const events = recordedEvents(playSmallClass());
const report = reportOf(curveOf(events), events);
const { setup } = opening(events[0]?.event);
const HEADER: RecordingHeader = {
  format: 1,
  session: 'a-small-class',
  lesson: 'pets',
  language: 'es',
  startedAtMs: Date.UTC(2026, 4, 12, 8, 30),
  endedAtMs: null,
  events: events.length,
  title: '2.º B',
  tags: [],
  bookmarks: [],
  names: null,
  origin: null,
  summary: {
    rounds: 22,
    seats: 6,
    bots: 3,
    durationMs: 31 * 60_000,
    lossFirst: 0.5,
    lossLast: 0.1,
    accuracyFirst: 0.5,
    accuracyLast: 0.9,
    stages: [],
  },
};
const NAMES: readonly SeatName[] = [{ seat: 1, name: 'Nutria curiosa' }];

async function show(language: 'es' | 'en' = 'es', names: readonly SeatName[] | null = null) {
  const words = await loadWords(REPORT_TEXTS, language, document.documentElement);
  const props = { header: HEADER, setup, report, names, words };
  render(ReportPaper, { ...props, momentLink: (version: number) => `/replay/one?at=${version}` });
  return words.texts.report;
}

const texts = (elements: readonly HTMLElement[]): readonly string[] =>
  elements.map(({ textContent }) => (textContent ?? '').replace(/\s+/gu, ' ').trim());

describe('the report on a class', () => {
  it.each(['es', 'en'] as const)(
    'says which class it is about and what came of it, in %s',
    async (language) => {
      const text = await show(language);
      screen.getByRole('heading', { level: 1, name: '2.º B' });
      expect(document.body.textContent).toContain(text.attended(6, 3));
      for (const title of [
        text.curve.title,
        text.best.title,
        text.stages.title,
        text.cost.title,
        text.people.title,
      ])
        screen.getByRole('heading', { name: title });
      expect(document.body.textContent).not.toMatch(/NaN|undefined/u);
    },
  );

  it('leads from the best round to its moment in the recording', async () => {
    const text = await show();
    const best = report.curve[report.best?.place ?? -1];
    expect(screen.getByRole('link', { name: text.best.see }).getAttribute('href')).toBe(
      `/replay/one?at=${best?.version}`,
    );
  });

  it('has a line for each stage, and bars for what a round of it costs', async () => {
    const text = await show();
    const table = screen.getAllByRole('table')[0];
    if (table === undefined) throw new Error('the stages are a table');
    const names = texts(within(table).getAllByRole('rowheader'));
    expect(names).toHaveLength(report.stages.length);
    expect(names.join(' ')).toContain('Probar cada peso');
    screen.getByText(text.cost.about);
    expect(document.querySelectorAll('i.backward')).toHaveLength(1);
  });

  it('tells each weight of the network once, whatever stages it was played in', async () => {
    await show();
    expect(weightsByNetwork(report.weights, setup)).toHaveLength(1);
    screen.getByText('del tamaño a la neurona 4');
    expect(screen.getAllByText(/^\d+ de \d+$|^nadie propuso$/u)).toHaveLength(17);
  });

  it('tells of students by their numbers, in the order they came, without bots', async () => {
    const text = await show();
    const table = screen.getAllByRole('table')[1];
    if (table === undefined) throw new Error('who contributed what is a table');
    const people = texts(within(table).getAllByRole('rowheader'));
    const students = report.seats.filter(({ bot }) => bot === null).map(({ seat }) => seat);
    expect(people).toEqual(students.map((seat) => texts([wrap(text.people.number(seat))])[0]));
    expect([...students].sort((a, b) => a - b)).toEqual(students);
  });

  it('has names only where they were handed in, and nobody in red', async () => {
    await show('es', NAMES);
    screen.getByRole('rowheader', { name: 'Nutria curiosa' });
    expect(document.querySelector('table .worse, table .rises')).toBeNull();
  });
});

describe('the tables of a report', () => {
  const told = { events: () => events };

  it('have a row each round, with the decimals of whoever reads them', () => {
    const spanish = csvOf(told, null, 'rounds', 'semicolon-comma').split('\r\n');
    const english = csvOf(told, null, 'rounds', 'comma-point').split('\r\n');
    expect(spanish).toHaveLength(english.length);
    expect(spanish[1]).toMatch(/;\d,\d+;/u);
    expect(english[1]).toMatch(/,\d\.\d+,/u);
  });

  it('have names only where they are on the page', () => {
    expect(csvOf(told, null, 'seats', 'comma-point')).not.toContain('name');
    expect(csvOf(told, NAMES, 'seats', 'comma-point')).toContain('Nutria curiosa');
    expect(jsonOf(told, null)).not.toContain('"name"');
    expect(jsonOf(told, NAMES)).toContain('Nutria curiosa');
  });
});

function opening(event: SessionEvent | undefined): Extract<SessionEvent, { type: 'session-opened' }> {
  if (event?.type !== 'session-opened') throw new Error('a session opens first');
  return event;
}

function wrap(text: string): HTMLElement {
  const element = document.createElement('span');
  element.textContent = text;
  return element;
}
