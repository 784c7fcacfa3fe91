import { describe, expect, it } from 'vitest';
import type { RecordingCard } from '../../../shared/wire/recordings.ts';
import { findCards, type Sort } from '../../../client/screens/library/find-cards.ts';
import { mascotOf } from '../../../client/screens/library/mascot.ts';
import { fileName } from '../../../client/screens/library/save-file.ts';
import { shareLink } from '../../../client/screens/library/share-link.ts';
import { sampleCard } from './sample-cards.ts';

const MORNING = sampleCard({
  id: 'morning',
  title: 'Clase de Óptica',
  tags: ['2.º B'],
  startedAtMs: 3,
  durationMs: 10,
});
const EVENING = sampleCard({ id: 'evening', lesson: 'xor', startedAtMs: 2, durationMs: 30 });
const EXAM = sampleCard({
  id: 'exam',
  title: 'Antes del examen',
  tags: ['repaso', '3.º A'],
  startedAtMs: 1,
  durationMs: 20,
});
const ALL = [EVENING, MORNING, EXAM];

const LESSONS: Readonly<Record<string, string>> = {
  pets: '¿Perro o gato?',
  xor: 'XOR: por qué hacen falta capas',
};
const NAMES = {
  lesson: ({ lesson }: RecordingCard): string => LESSONS[lesson] ?? lesson,
  title: ({ title, lesson }: RecordingCard): string => title ?? LESSONS[lesson] ?? lesson,
};
const found = (query: string, sort: Sort = 'newest'): readonly string[] =>
  findCards(ALL, query, sort, NAMES).map(({ id }) => id);

describe('looking for a recording', () => {
  it('finds it by its title, with or without accents, in any case', () => {
    expect(found('optica')).toEqual(['morning']);
    expect(found('ÓPTICA')).toEqual(['morning']);
    expect(found('que hacen')).toEqual(['evening']);
  });

  it('finds it by its lesson, even where it has a title of its own', () => {
    expect(found('perro')).toEqual(['morning', 'exam']);
    expect(found('xor')).toEqual(['evening']);
  });

  it('finds it by its tags, and by words of different kinds at once', () => {
    expect(found('repaso')).toEqual(['exam']);
    expect(found('gato 2.º')).toEqual(['morning']);
    expect(found('gato repaso examen')).toEqual(['exam']);
    expect(found('gato óptica repaso')).toEqual([]);
  });

  it('finds all of them where nothing was typed', () => {
    expect(found('  ')).toHaveLength(3);
  });

  it('puts them in the order wished for', () => {
    expect(found('', 'newest')).toEqual(['morning', 'evening', 'exam']);
    expect(found('', 'oldest')).toEqual(['exam', 'evening', 'morning']);
    expect(found('', 'title')).toEqual(['exam', 'morning', 'evening']);
    expect(found('', 'longest')).toEqual(['evening', 'exam', 'morning']);
  });
});

describe('a recording outside the library', () => {
  it('is a file whose name every system takes', () => {
    const startedAtMs = Date.UTC(2026, 4, 12);
    expect(fileName('2.º B · ¿Perro o gato?', startedAtMs, 'html')).toBe('2-b-perro-o-gato-2026-05-12.html');
    expect(fileName('../../etc', startedAtMs, 'json.gz')).toBe('etc-2026-05-12.json.gz');
    expect(fileName('🦊', startedAtMs, 'html')).toBe('2026-05-12.html');
  });

  it('is a link whose secret no server is sent', () => {
    const link = new URL(shareLink('http://192.168.1.20:3000', 'report', MORNING.id, 'secret'));
    expect(link.pathname).toBe('/report/morning');
    expect(link.search).toBe('');
    expect(link.hash).toBe('#share=secret');
  });
});

describe('a recording’s mascot', () => {
  it('is always the same, and not the same for all', () => {
    expect(mascotOf(MORNING.id)).toEqual(mascotOf(MORNING.id));
    const ids = Array.from({ length: 40 }, (_, index) => `recording-${index}`);
    const ears = ids.map((id) => mascotOf(id).features.ears);
    expect(new Set(ears).size).toBeGreaterThan(30);
    expect(Math.max(...ears)).toBeLessThanOrEqual(1);
    expect(Math.min(...ears)).toBeGreaterThanOrEqual(-1);
  });
});
