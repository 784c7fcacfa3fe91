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
  2: withoutMachine,
  3: withoutDrawing,
  4: withoutDoor,
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

/** How a machine would have descended where nobody had thought of one: the defaults of the version that brought it. */
const MACHINE_OF_3 = { learningRate: 0.5, batchSize: null, machineSpeed: 2 };

/** Before version 3 every stage was played by hand; settings now say how a machine descends, and stages may set them. */
function withoutMachine(stored: Loose): Loose {
  const { event } = stored;
  if (!isRecord(event)) return stored;
  switch (event['type']) {
    case 'session-opened':
      return { ...stored, event: changed(event, 'setup', setupWithoutMachine) };
    case 'settings-changed':
      return { ...stored, event: changed(event, 'settings', withMachineSettings) };
    case 'stage-entered':
    case 'went-back':
      return { ...stored, event: changed(event, 'facts', factsWithoutMachine) };
    default:
      return stored;
  }
}

/** Before version 4 a lesson's data were there when it began. */
function withoutDrawing(stored: Loose): Loose {
  const { event } = stored;
  if (!isRecord(event) || event['type'] !== 'session-opened') return stored;
  return { ...stored, event: changed(event, 'setup', (setup) => ({ ...setup, drawing: null })) };
}

/** Before version 5 whoever joined was in, and nobody wrote down when. */
function withoutDoor(stored: Loose): Loose {
  const { event } = stored;
  if (!isRecord(event)) return stored;
  switch (event['type']) {
    case 'session-opened':
      return {
        ...stored,
        event: changed(event, 'setup', (setup) => changed(setup, 'settings', withOpenDoor)),
      };
    case 'settings-changed':
      return { ...stored, event: changed(event, 'settings', withOpenDoor) };
    case 'seat-joined':
      return { ...stored, event: { ...event, waits: false, claims: null, atMs: null } };
    default:
      return stored;
  }
}

function withOpenDoor(settings: Loose): Loose {
  return { ...settings, approveNewcomers: false };
}

function setupWithoutMachine(setup: Loose): Loose {
  const stages: unknown = setup['stages'];
  const own = Array.isArray(stages)
    ? stages.map((plan: unknown) => (isRecord(plan) ? { ...plan, machine: null } : plan))
    : stages;
  const settled = changed({ ...setup, stages: own }, 'settings', withMachineSettings);
  return changed(settled, 'origin', (origin) => changed(origin, 'facts', factsWithoutMachine));
}

function withMachineSettings(settings: Loose): Loose {
  return { ...settings, ...MACHINE_OF_3 };
}

function factsWithoutMachine(facts: Loose): Loose {
  return { ...facts, machine: null };
}

/** The record with one of its own records changed; where there is none, as it is: a check comes after. */
function changed(record: Loose, key: string, change: (inner: Loose) => Loose): Loose {
  const inner = record[key];
  return isRecord(inner) ? { ...record, [key]: change(inner) } : record;
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
