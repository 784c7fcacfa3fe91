/** What a column holds: what stands in its cells, and how a spreadsheet should take it. */
export type ColumnKind = 'whole' | 'number' | 'text' | 'flag';
export type Column = { readonly name: string; readonly kind: ColumnKind };

/** Null is an empty cell: there is nothing to say, which is not 0. */
export type Cell = number | string | boolean | null;

/** Rows with typed columns, for spreadsheets (csv.ts) and for programs (`tableJson`). */
export type Table = {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
};

/** How one kind of record becomes a row: each column with the cell it takes from it. */
export type Columns<Item> = Readonly<Record<string, readonly [ColumnKind, (item: Item) => Cell]>>;

/** A table of records, a row each, in their order. Columns stand in the order in which they are written. */
export function tableOf<Item>(name: string, columns: Columns<Item>, items: readonly Item[]): Table {
  const entries = Object.entries(columns);
  return {
    name,
    columns: entries.map(([column, [kind]]) => ({ name: column, kind })),
    rows: items.map((item) => entries.map(([, [, cellOf]]) => cellOf(item))),
  };
}

/** Tables as JSON for programs: a list of records for each, named as it is. */
export function tablesJson(tables: readonly Table[]): string {
  const named = tables.map(({ name, columns, rows }) => [
    name,
    rows.map((row) => Object.fromEntries(columns.map((column, index) => [column.name, row[index] ?? null]))),
  ]);
  return `${JSON.stringify(Object.fromEntries(named), null, 2)}\n`;
}
