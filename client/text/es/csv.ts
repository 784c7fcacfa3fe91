import type { CsvPlace, CsvProblem } from '../../../shared/datasets/csv/csv-problem.ts';
import type { CsvFormat } from '../../../shared/datasets/csv/read-csv.ts';
import type { CsvText } from '../csv.ts';
import { plural } from '../plural.ts';

export const csv: CsvText = {
  problem: sentence,
  moreProblems: (count) => `Y ${count} ${plural(count, 'problema', 'problemas')} más.`,
  found: (format, { rows, featureNames, classNames }) =>
    `${rows.length} ejemplos, ${featureNames.length} columnas de números y ${classNames.length} clases (${classNames.join(', ')}). ` +
    `Separador: ${separators[format.separator]}. Decimales con ${signs[format.decimalSign]}. ` +
    `${format.hasHeader ? 'La primera línea son los nombres' : 'Sin línea de nombres'}. Codificación: ${format.encoding.toUpperCase()}.`,
};

const separators: Readonly<Record<CsvFormat['separator'], string>> = {
  ',': 'coma',
  ';': 'punto y coma',
  '\t': 'tabulador',
  '|': 'barra vertical',
};

const signs: Readonly<Record<CsvFormat['decimalSign'], string>> = { '.': 'punto', ',': 'coma' };

function sentence(problem: CsvProblem): string {
  switch (problem.code) {
    case 'too-large':
      return `El archivo es demasiado grande: caben ${problem.most / 1e6} MB.`;
    case 'spreadsheet':
      return 'Es un libro de hoja de cálculo. Ábrelo y guárdalo como CSV («Guardar como…»).';
    case 'not-text':
      return `Línea ${problem.line}: aquí el archivo deja de ser texto. Guárdalo de nuevo como CSV.`;
    case 'empty':
      return 'El archivo está vacío.';
    case 'no-separator':
      return 'No se ven columnas: separa las celdas con coma, punto y coma, tabulador o barra vertical.';
    case 'broken-quote':
      return `Línea ${problem.line}: hay unas comillas que no se cierran, o que se cierran a media celda.`;
    case 'column-count':
      return `Se encontraron ${problem.found} ${plural(problem.found, 'columna', 'columnas')} de números además de la etiqueta; deben ser de ${problem.least} a ${problem.most}.`;
    case 'row-count':
      return `Se encontraron ${problem.found} ${plural(problem.found, 'ejemplo', 'ejemplos')}; deben ser de ${problem.least} a ${problem.most}.`;
    case 'cell-count':
      return `Línea ${problem.line}: tiene ${problem.found} ${plural(problem.found, 'celda', 'celdas')}; las demás tienen ${problem.expected}.`;
    case 'missing-number':
      return `${place(problem)}: falta el número. Complétalo o quita la línea.`;
    case 'no-number':
      return `${place(problem)}: «${problem.found}» no es un número.`;
    case 'other-decimal-sign':
      return `${place(problem)}: «${problem.found}» no lleva los decimales como el resto del archivo, que usa ${signs[problem.expected]}.`;
    case 'number-too-large':
      return `${place(problem)}: «${problem.found}» es un número demasiado grande.`;
    case 'formula':
      return `${place(problem)}: «${problem.found}» es una fórmula. Pega los valores en su lugar.`;
    case 'missing-label':
      return `${place(problem)}: falta la etiqueta.`;
    case 'name-too-long':
      return `${place(problem)}: el nombre «${problem.found}» es demasiado largo; caben ${problem.most} letras.`;
    case 'class-count':
      return `La columna de etiquetas tiene ${problem.found} ${plural(problem.found, 'valor distinto', 'valores distintos')} (${listed(problem)}); deben ser de ${problem.least} a ${problem.most}. ¿Es esa la columna?`;
    case 'rare-class':
      return `De «${problem.found}» solo hay ${problem.count} ${plural(problem.count, 'ejemplo', 'ejemplos')}; hacen falta ${problem.least} por lo menos.`;
    case 'constant-column':
      return `Columna ${problem.column}${named(problem.name)}: todos los valores son ${problem.found}. Así no distingue nada: quítala.`;
  }
}

function place({ line, column, name }: CsvPlace): string {
  return `Línea ${line}, columna ${column}${named(name)}`;
}

function named(name: string): string {
  return name === '' ? '' : ` («${name}»)`;
}

function listed({ names, found }: { readonly names: readonly string[]; readonly found: number }): string {
  return `${names.join(', ')}${found > names.length ? '…' : ''}`;
}
