import type { SessionEvent, StoredEvent } from '../../shared/session/events.ts';

/** An event as the journal keeps it. JSON carries doubles exactly, but would turn what is not finite into null. */
export function writeEvent(event: SessionEvent, atMs: number): string {
  const stored: StoredEvent = { v: 1, atMs, event };
  return JSON.stringify(stored, (key, value: unknown) => {
    if (typeof value === 'number' && !Number.isFinite(value)) {
      throw new Error(`an event may hold finite numbers only, but ${event.type} has ${key}: ${value}`);
    }
    return value;
  });
}

/** The event in a text that the journal has kept. */
export function readEvent(json: string): SessionEvent {
  const stored = JSON.parse(json) as StoredEvent; // written by writeEvent; the journal has checked its chain
  if (stored.v !== 1)
    throw new Error(`events of version 1 can be read, this one is of version ${String(stored.v)}`);
  return stored.event;
}
