import { writeCsv } from '../../../shared/recording/csv.ts';
import type { SeatName } from '../../../shared/recording/recording.ts';
import { sessionTables } from '../../../shared/recording/tables-session.ts';
import { tablesJson, type Table } from '../../../shared/recording/tables.ts';
import { CSV_STYLES, type CsvWay } from './csv-way.ts';
import type { Told } from './told.ts';

/** The tables people ask for one by one. */
export const TABLES = ['rounds', 'seats', 'weights'] as const;
export type TableName = (typeof TABLES)[number];

/** One table for a spreadsheet. Names are in it only if they are handed in. */
export function csvOf(
  told: Pick<Told, 'events'>,
  names: readonly SeatName[] | null,
  table: TableName,
  way: CsvWay,
): string {
  const found = tablesOf(told, names).find(({ name }) => name === table);
  if (found === undefined) throw new Error(`a session should have a table of ${table}`);
  return writeCsv(found, CSV_STYLES[way]);
}

/** All tables, for a program. */
export function jsonOf(told: Pick<Told, 'events'>, names: readonly SeatName[] | null): string {
  return tablesJson(tablesOf(told, names));
}

function tablesOf({ events }: Pick<Told, 'events'>, names: readonly SeatName[] | null): readonly Table[] {
  return sessionTables(
    events(),
    names === null ? null : new Map(names.map(({ seat, name }) => [seat, name])),
  );
}
