import { EVENT_VERSION, type StoredEvent } from '../session/events.ts';
import { RecordingError } from './recording-error.ts';

/**
 * An event that some version of Descenso wrote, as today's. Journals and recordings are read through here, and both
 * keep the text that was written: upgrading changes what is read, never what is kept.
 *
 * @param stored what the text says; its shape beyond the version is the writer's promise, or checked by event-schema.ts
 * @throws RecordingError `newer-version` or `malformed`
 */
export function upgradeEvent(stored: unknown): StoredEvent {
  let { version, value } = versioned(stored);
  for (; version < EVENT_VERSION; version++) value = { ...UPGRADES[version]?.(value), v: version + 1 };
  return value as StoredEvent; // every version below has its step; what it must look like now is the caller's check
}

type Loose = Readonly<Record<string, unknown>>;

/** What each version needs to become the next one. */
const UPGRADES: Readonly<Record<number, (stored: Loose) => Loose>> = {
  1: upgradeSetup,
};

/** Before version 2 every session began at the beginning, and every stage was played on the lesson's own material. */
function upgradeSetup(stored: Loose): Loose {
  const { event } = stored;
  if (!isRecord(event) || event['type'] !== 'session-opened' || !isRecord(event['setup'])) return stored;
  const { setup } = event;
  const stages = Array.isArray(setup['stages']) ? setup['stages'].map(withoutMaterial) : setup['stages'];
  return { ...stored, event: { ...event, setup: { ...setup, stages, origin: null } } };
}

function withoutMaterial(stage: unknown): unknown {
  return isRecord(stage) ? { ...stage, material: null } : stage;
}

function versioned(stored: unknown): { version: number; value: Loose } {
  const version = isRecord(stored) ? stored['v'] : undefined;
  if (!isRecord(stored) || !Number.isInteger(version) || Number(version) < 1)
    throw new RecordingError('malformed', 'an event does not say which version it is of');
  if (Number(version) > EVENT_VERSION)
    throw new RecordingError(
      'newer-version',
      `events up to version ${EVENT_VERSION} can be read, this one is of version ${String(version)}`,
    );
  return { version: Number(version), value: stored };
}

function isRecord(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
