import { loadavg } from 'node:os';
import { rounded } from '../../lib/figures.ts';

/** One line of a bench: names and numbers, as JSON for machines or in a row for people. */
export function printLine(line: Readonly<Record<string, string | number>>, json: boolean): void {
  const whole = { ...line, load: rounded(loadavg()[0] ?? 0) };
  const row = Object.entries(whole).map(([name, value]) => `${name} ${value}`);
  process.stdout.write(`${json ? JSON.stringify(whole) : row.join('   ')}\n`);
}
