import type { CsvPlace, CsvProblem } from '../../../shared/datasets/csv/csv-problem.ts';
import type { CsvFormat } from '../../../shared/datasets/csv/read-csv.ts';
import type { CsvText } from '../csv.ts';
import { plural } from '../plural.ts';

export const csv: CsvText = {
  problem: sentence,
  moreProblems: (count) => `And ${count} more ${plural(count, 'problem', 'problems')}.`,
  found: (format, { rows, featureNames, classNames }) =>
    `${rows.length} examples, ${featureNames.length} columns of numbers and ${classNames.length} classes (${classNames.join(', ')}). ` +
    `Separator: ${separators[format.separator]}. Decimals with a ${signs[format.decimalSign]}. ` +
    `${format.hasHeader ? 'The first line holds the names' : 'No line of names'}. Encoding: ${format.encoding.toUpperCase()}.`,
};

const separators: Readonly<Record<CsvFormat['separator'], string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'vertical bar',
};

const signs: Readonly<Record<CsvFormat['decimalSign'], string>> = { '.': 'point', ',': 'comma' };

function sentence(problem: CsvProblem): string {
  switch (problem.code) {
    case 'too-large':
      return `The file is too large: there is room for ${problem.most / 1e6} MB.`;
    case 'spreadsheet':
      return 'This is a workbook of a spreadsheet. Open it and save it as CSV (“Save as…”).';
    case 'not-text':
      return `Line ${problem.line}: here the file stops being text. Save it as CSV again.`;
    case 'empty':
      return 'The file is empty.';
    case 'no-separator':
      return 'There are no columns to be seen: part the cells with a comma, a semicolon, a tab or a vertical bar.';
    case 'broken-quote':
      return `Line ${problem.line}: a quote is never closed, or is closed in the middle of a cell.`;
    case 'column-count':
      return `There ${plural(problem.found, 'is', 'are')} ${problem.found} ${plural(problem.found, 'column', 'columns')} of numbers beside the label; there have to be ${problem.least} to ${problem.most}.`;
    case 'row-count':
      return `There ${plural(problem.found, 'is', 'are')} ${problem.found} ${plural(problem.found, 'example', 'examples')}; there have to be ${problem.least} to ${problem.most}.`;
    case 'cell-count':
      return `Line ${problem.line}: it has ${problem.found} ${plural(problem.found, 'cell', 'cells')}; the others have ${problem.expected}.`;
    case 'missing-number':
      return `${place(problem)}: the number is missing. Fill it in or take the line out.`;
    case 'no-number':
      return `${place(problem)}: “${problem.found}” is no number.`;
    case 'other-decimal-sign':
      return `${place(problem)}: “${problem.found}” does not write its decimals as the rest of the file, which uses a ${signs[problem.expected]}.`;
    case 'number-too-large':
      return `${place(problem)}: “${problem.found}” is too large a number.`;
    case 'formula':
      return `${place(problem)}: “${problem.found}” is a formula. Paste the values in its place.`;
    case 'missing-label':
      return `${place(problem)}: the label is missing.`;
    case 'name-too-long':
      return `${place(problem)}: the name “${problem.found}” is too long; there is room for ${problem.most} letters.`;
    case 'class-count':
      return `The column of labels has ${problem.found} different ${plural(problem.found, 'value', 'values')} (${listed(problem)}); there have to be ${problem.least} to ${problem.most}. Is it the right column?`;
    case 'rare-class':
      return `Of “${problem.found}” there ${plural(problem.count, 'is only 1 example', `are only ${problem.count} examples`)}; at least ${problem.least} are needed.`;
    case 'constant-column':
      return `Column ${problem.column}${named(problem.name)}: all values are ${problem.found}. That tells nothing apart: take it out.`;
  }
}

function place({ line, column, name }: CsvPlace): string {
  return `Line ${line}, column ${column}${named(name)}`;
}

function named(name: string): string {
  return name === '' ? '' : ` (“${name}”)`;
}

function listed({ names, found }: { readonly names: readonly string[]; readonly found: number }): string {
  return `${names.join(', ')}${found > names.length ? '…' : ''}`;
}
