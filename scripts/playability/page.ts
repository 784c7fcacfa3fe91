import type { Row } from './row.ts';
export function playabilityPage(rows: readonly Row[]): string { return rows.map((row) => JSON.stringify(row)).join('\n'); }
