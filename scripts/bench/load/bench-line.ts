import { loadavg } from 'node:os';

/** One line of a bench: names and numbers, as JSON for machines or in a row for people. */
export function printLine(line: Readonly<Record<string, string | number>>, json: boolean): void {
  const whole = { ...line, load: rounded(loadavg()[0] ?? 0) };
  const row = Object.entries(whole).map(([name, value]) => `${name} ${value}`);
  process.stdout.write(`${json ? JSON.stringify(whole) : row.join('   ')}\n`);
}

/** The nearest-rank quantile; 0 of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
