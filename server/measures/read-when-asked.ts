import { Counter, Gauge, type Registry } from 'prom-client';

/** A figure that is looked up when somebody reads the page. */
export type ReadWhenAsked = { readonly name: string; readonly help: string; readonly read: () => number };

export function addGauge(registry: Registry, { name, help, read }: ReadWhenAsked): void {
  const gauge = new Gauge({
    name,
    help,
    registers: [],
    collect() {
      this.set(read());
    },
  });
  registry.registerMetric(gauge);
}

/** Totals that somebody adds up in plain numbers, by the values of one label. */
export function addCounters<Value extends string>(
  registry: Registry,
  name: string,
  help: string,
  label: string,
  totals: Readonly<Record<Value, number>>,
): void {
  const counter = new Counter({
    name,
    help,
    labelNames: [label],
    registers: [],
    collect() {
      this.reset();
      for (const [value, total] of Object.entries<number>(totals)) this.inc({ [label]: value }, total);
    },
  });
  registry.registerMetric(counter);
}
