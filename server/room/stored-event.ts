import { upgradeEvent } from '../../shared/recording/upgrade.ts';
import { EVENT_VERSION, type SessionEvent, type StoredEvent } from '../../shared/session/events.ts';

/** An event as the journal keeps it. JSON carries doubles exactly, but would turn what is not finite into null. */
export function writeEvent(event: SessionEvent, atMs: number): string {
  const stored: StoredEvent = { v: EVENT_VERSION, atMs, event };
  return JSON.stringify(stored, (key, value: unknown) => {
    if (typeof value === 'number' && !Number.isFinite(value)) {
      throw new Error(`an event may hold finite numbers only, but ${event.type} has ${key}: ${value}`);
    }
    return value;
  });
}

/** The event in a text that the journal has kept, as today's whatever version wrote it. */
export function readEvent(json: string): SessionEvent {
  return upgradeEvent(JSON.parse(json)).event;
}

/** When it was decided, by the calendar of the server that wrote it. */
export function writtenAtMs(json: string): number {
  return upgradeEvent(JSON.parse(json)).atMs;
}
