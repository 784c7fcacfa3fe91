import { readCsv, type CsvChoices, type CsvReading } from '../../../../shared/datasets/csv/read-csv.ts';

/** A teacher's file as it lies on this computer, and how it is read. */
export type CsvFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly choices: CsvChoices;
  readonly reading: CsvReading;
};

export function openCsv(name: string, bytes: Uint8Array): CsvFile {
  return { name, bytes, choices: {}, reading: readCsv(bytes) };
}

/** The file read otherwise. Undefined lets the program find out again. */
export function readAs(
  { name, bytes, choices }: CsvFile,
  change: { readonly [Key in keyof CsvChoices]: CsvChoices[Key] | undefined },
): CsvFile {
  const said = Object.entries({ ...choices, ...change }).filter(([, value]) => value !== undefined);
  const next = Object.fromEntries(said) as CsvChoices; // what is left of the choices has its types still
  return { name, bytes, choices: next, reading: readCsv(bytes, next) };
}
