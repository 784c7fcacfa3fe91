import { describe, expect, it } from 'vitest';
import type { CsvProblem, CsvProblemCode } from '../../../shared/datasets/csv/csv-problem.ts';
import { readCsv } from '../../../shared/datasets/csv/read-csv.ts';
import { CSV_TEXT } from '../../../client/text/csv.ts';
import { loadText } from '../../../client/text/load-text.ts';

const es = await loadText(CSV_TEXT, 'es');
const en = await loadText(CSV_TEXT, 'en');

const PLACE = { line: 7, column: 3, name: 'alto' };
/** One problem of each kind. */
const PROBLEMS: { readonly [Code in CsvProblemCode]: Extract<CsvProblem, { code: Code }> } = {
  'too-large': { code: 'too-large', most: 1_000_000 },
  spreadsheet: { code: 'spreadsheet' },
  'not-text': { code: 'not-text', line: 7 },
  empty: { code: 'empty' },
  'no-separator': { code: 'no-separator' },
  'broken-quote': { code: 'broken-quote', line: 7 },
  'column-count': { code: 'column-count', found: 1, least: 2, most: 6 },
  'row-count': { code: 'row-count', found: 3, least: 20, most: 2000 },
  'cell-count': { code: 'cell-count', line: 7, found: 1, expected: 3 },
  'missing-number': { code: 'missing-number', ...PLACE },
  'no-number': { code: 'no-number', ...PLACE, found: '12a' },
  'other-decimal-sign': { code: 'other-decimal-sign', ...PLACE, found: '1.5', expected: ',' },
  'number-too-large': { code: 'number-too-large', ...PLACE, found: '1e308' },
  formula: { code: 'formula', ...PLACE, found: '=A1' },
  'missing-label': { code: 'missing-label', ...PLACE, name: '' },
  'name-too-long': { code: 'name-too-long', ...PLACE, found: 'una frase…', most: 40 },
  'class-count': { code: 'class-count', found: 9, names: ['a', 'b'], least: 2, most: 4 },
  'rare-class': { code: 'rare-class', found: 'raro', count: 1, least: 5 },
  'constant-column': { code: 'constant-column', column: 3, name: 'alto', found: '2' },
};

describe('what is wrong with a file', () => {
  it.each(Object.values(PROBLEMS))('$code is a sentence in both languages', (problem) => {
    for (const text of [es, en]) {
      expect(text.problem(problem)).toMatch(/^[\p{Lu}¿].*[.?]$/u);
      expect(text.problem(problem)).not.toMatch(/undefined|NaN/u);
    }
    expect(es.problem(problem)).not.toMatch(/vosotr|ustedes/iu);
  });

  it('is told with its place, and the column’s name if it has one', () => {
    expect(es.problem(PROBLEMS['no-number'])).toBe('Línea 7, columna 3 («alto»): «12a» no es un número.');
    expect(en.problem(PROBLEMS['no-number'])).toBe('Line 7, column 3 (“alto”): “12a” is no number.');
    expect(es.problem(PROBLEMS['missing-label'])).toBe('Línea 7, columna 3: falta la etiqueta.');
    expect(es.moreProblems(4)).toBe('Y 4 problemas más.');
  });
});

describe('what was found out about a file', () => {
  it('is told for the teacher to check', () => {
    const rows = Array.from({ length: 20 }, (_, i) => `${i},5;${(i * i) % 7};${i % 2 === 0 ? 'sí' : 'no'}`);
    const reading = readCsv(new TextEncoder().encode(['largo;ancho;sabe', ...rows].join('\n')));
    if (!reading.ok) throw new Error('this file is whole');
    expect(es.found(reading.format, reading.table)).toBe(
      '20 ejemplos, 2 columnas de números y 2 clases (sí, no). Separador: punto y coma. Decimales con coma. La primera línea son los nombres. Codificación: UTF-8.',
    );
    expect(en.found(reading.format, reading.table)).toMatch(/^20 examples, 2 columns/u);
  });
});
