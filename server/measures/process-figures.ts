import { Counter, type Registry } from 'prom-client';
import { addGauge } from './read-when-asked.ts';

/**
 * The process's own figures, under the names that dashboards expect. Not prom-client's own set of them: that lists
 * every open socket at each look, and resets what others count.
 */
export function addProcessFigures(registry: Registry): void {
  addGauge(registry, {
    name: 'process_resident_memory_bytes',
    help: 'Memory of the process.',
    read: () => process.memoryUsage.rss(),
  });
  addGauge(registry, {
    name: 'nodejs_heap_size_used_bytes',
    help: 'Memory that objects take.',
    read: () => process.memoryUsage().heapUsed,
  });
  const startedSeconds = Math.round(Date.now() / 1_000 - process.uptime());
  addGauge(registry, {
    name: 'process_start_time_seconds',
    help: 'When the process began, in seconds since 1970.',
    read: () => startedSeconds,
  });
  const processor = new Counter({
    name: 'process_cpu_seconds_total',
    help: 'Processor time, of all threads.',
    registers: [],
    collect() {
      const { user, system } = process.cpuUsage();
      this.reset();
      this.inc((user + system) / 1e6);
    },
  });
  registry.registerMetric(processor);
}
