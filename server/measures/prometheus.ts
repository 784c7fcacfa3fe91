import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { AudienceName } from '../room/packets.ts';
import type { Measures } from './measures.ts';
import { addProcessFigures } from './process-figures.ts';
import { addCounters, addGauge } from './read-when-asked.ts';

/** The page that Prometheus reads, and who fills it. */
export type Prometheus = {
  readonly measures: Measures;
  readonly page: () => Promise<MetricsPage>;
};

export type MetricsPage = { readonly contentType: string; readonly text: string };

/** What is looked at when the page is asked for. */
export type LiveFigures = {
  readonly openClasses: () => number;
  readonly eventLoopDelayP99Ms: () => number;
};

/** From what a disk takes to what a student takes for lost. */
const ANSWER_SECONDS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 1.5, 2, 5];
const APPEND_SECONDS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];

export function createPrometheus(live: LiveFigures): Prometheus {
  const registry = new Registry();
  const registers = [registry];
  const sent = addSent(registry);
  const waits = addWaits(registry);
  const connections = new Gauge({
    name: 'descenso_connections',
    help: 'Live connections whose holder is known.',
    labelNames: ['role'],
    registers,
  });
  const reconnects = new Counter({
    name: 'descenso_reconnects_total',
    help: 'Connections that had been in before.',
    labelNames: ['role'],
    registers,
  });
  const turnedAway = new Counter({
    name: 'descenso_turned_away_total',
    help: 'Connections that were not let in.',
    labelNames: ['reason'],
    registers,
  });
  const intents = new Counter({
    name: 'descenso_intents_total',
    help: 'Intents answered: done, or the code of the refusal.',
    labelNames: ['outcome'],
    registers,
  });
  const answers = new Histogram({
    name: 'descenso_answer_seconds',
    help: 'From an intent to its answer, which comes once it is in the journal.',
    buckets: ANSWER_SECONDS,
    registers,
  });
  const dropped = new Counter({
    name: 'descenso_slow_clients_dropped_total',
    help: 'Connections let go since they do not read.',
    registers,
  });
  const appends = new Histogram({
    name: 'descenso_append_seconds',
    help: 'From handing facts to the journal until they are safe in it.',
    buckets: APPEND_SECONDS,
    registers,
  });
  const failures = new Counter({
    name: 'descenso_append_failures_total',
    help: 'Appends that failed.',
    labelNames: ['reason'],
    registers,
  });
  const troubles = new Counter({
    name: 'descenso_store_troubles_total',
    help: 'Times the store, or the line to it, was in trouble.',
    registers,
  });
  const stalls = new Counter({
    name: 'descenso_stalls_total',
    help: 'Times the process stood still for over a second.',
    registers,
  });
  const stalled = new Counter({
    name: 'descenso_stalled_seconds_total',
    help: 'How long it stood still.',
    registers,
  });
  addLive(registry, live);
  addProcessFigures(registry);

  return {
    page: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
    measures: {
      came: (role, again) => {
        connections.inc({ role });
        if (again) reconnects.inc({ role });
      },
      went: (role) => connections.dec({ role }),
      turnedAway: (reason) => turnedAway.inc({ reason }),
      answered: (outcome, ms) => {
        intents.inc({ outcome });
        answers.observe(ms / 1_000);
      },
      sent,
      waits,
      droppedSlow: () => dropped.inc(),
      appending: () => {
        const beganMs = performance.now();
        return (outcome) => {
          if (outcome === 'done') appends.observe((performance.now() - beganMs) / 1_000);
          else failures.inc({ reason: outcome });
        };
      },
      storeTroubled: () => troubles.inc(),
      stalled: (ms) => {
        stalls.inc();
        stalled.inc(ms / 1_000);
      },
    },
  };
}

/** A step goes to a thousand phones at once: it is added up in plain numbers, and handed over when somebody looks. */
function addSent(registry: Registry): Measures['sent'] {
  const packets: Record<AudienceName, number> = { student: 0, screen: 0, teacher: 0 };
  const bytes: Record<AudienceName, number> = { student: 0, screen: 0, teacher: 0 };
  addCounters(registry, 'descenso_sent_packets_total', 'Packets handed to connections.', 'role', packets);
  addCounters(
    registry,
    'descenso_sent_bytes_total',
    'Bytes in those packets, without framing.',
    'role',
    bytes,
  );
  return (role, size) => {
    packets[role] += 1;
    bytes[role] += size;
  };
}

function addWaits(registry: Registry): Measures['waits'] {
  let most = 0;
  addGauge(registry, {
    name: 'descenso_unsent_most_bytes',
    help: 'The most that has waited in memory for one connection.',
    read: () => most,
  });
  return (bytes) => {
    most = Math.max(most, bytes);
  };
}

function addLive(registry: Registry, live: LiveFigures): void {
  addGauge(registry, {
    name: 'descenso_open_classes',
    help: 'Classes in memory that have not ended.',
    read: live.openClasses,
  });
  addGauge(registry, {
    name: 'descenso_event_loop_delay_p99_seconds',
    help: 'How late work that was due came, 99 times in 100, in the last quarter to half minute.',
    read: () => live.eventLoopDelayP99Ms() / 1_000,
  });
}
