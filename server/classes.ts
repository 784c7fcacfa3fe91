import { networkInterfaces } from 'node:os';
import { createSealKey } from './auth/recording-seal.ts';
import { loadTeacherKey, type TeacherKey } from './auth/teacher-key.ts';
import { ownAddress, type Interfaces } from './address.ts';
import type { ServerClock } from './clock.ts';
import type { JoinOptions, Membership } from './cluster/join-cluster.ts';
import type { Config } from './config.ts';
import { createHall } from './hall/hall.ts';
import { takeCode } from './hall/take-code.ts';
import { isHeapFull } from './heap.ts';
import type { Hall } from './http/hall.ts';
import type { Library } from './http/library.ts';
import type { Catalogue } from './journal/catalogue.ts';
import type { openStore, Store } from './journal/open-store.ts';
import { buildLibrary } from './library/build-library.ts';
import type { Log } from './log.ts';
import { measuredJournal } from './measures/measured-journal.ts';
import type { Measures } from './measures/measures.ts';
import { readFreeName } from './names/free-name.ts';
import { dealPseudonym } from './names/pseudonyms.ts';
import { createCompleteIntent } from './room/complete-intent.ts';
import type { NameDealer } from './room/names.ts';
import { createPlaces, type Places } from './room/places.ts';
import { createRegistry, type Registry, type Restored } from './room/registry.ts';

/** Everything behind the doors of a server: its store, the classes it plays, and what is kept of them. */
export type Classes = {
  readonly rooms: Registry;
  readonly places: Places;
  readonly hall: Hall;
  readonly library: Library;
  readonly catalogue: Catalogue;
  readonly teacherKey: TeacherKey;
  readonly report: Store['report'];
  readonly restored: Restored;
  /** Beats and sweeps no more, and sends the people of other servers to whoever plays their classes now. */
  readonly leave: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type ClassesOptions = {
  readonly config: Config;
  readonly log: Log;
  readonly clock: ServerClock;
  readonly measures: Measures;
  readonly open: typeof openStore;
};

const NAMES: NameDealer = {
  deal: (language, taken) => dealPseudonym(language, taken, Math.random),
  clean: (typed) => {
    const read = readFreeName(typed);
    return read.ok ? read.name : null;
  },
};

/** Opens the store and every class in it that goes on. */
export async function openClasses({ config, log, clock, measures, open }: ClassesOptions): Promise<Classes> {
  const store = await open(config, log, measures.storeTroubled);
  const { catalogue, secrets, ownership, report } = store;
  const journal = measuredJournal(store.journal, measures);
  const teacherKey = await loadTeacherKey(secrets, config.teacherKey);
  const rooms = createRegistry({ journal, catalogue, clock, log, ...(ownership && { ownership }) });
  const completeIntent = createCompleteIntent({
    names: NAMES,
    takeCode: (room) => takeCode(catalogue, room.session, clock),
  });
  const here = createPlaces({ rooms, catalogue, clock, log, completeIntent });
  const membership =
    ownership &&
    (await join({
      ownership,
      secrets,
      rooms,
      journal,
      catalogue,
      here,
      clock,
      log,
      chance: Math.random,
      door: nodeDoor(config, networkInterfaces()),
    }));
  const stopBeats = rooms.start();
  const restored = await rooms.restore();
  const { library, startRetention } = buildLibrary({
    rooms,
    journal,
    catalogue,
    clock,
    log,
    isFull: isHeapFull,
    sealKey: createSealKey(secrets),
    retentionDays: config.retentionDays,
  });
  const stopRetention = startRetention();
  const hall = createHall({ rooms, catalogue, clock, isFull: isHeapFull, names: NAMES });
  membership?.serve(hall, library);
  return {
    rooms,
    places: membership?.places ?? here,
    hall: membership?.hall(hall) ?? hall,
    library: membership?.library(library) ?? library,
    catalogue,
    teacherKey,
    report,
    restored,
    leave: async () => {
      stopBeats();
      stopRetention();
      await membership?.leave().catch((error: unknown) => log.warn({ err: error }, 'leases not given back'));
    },
    close: async () => {
      await membership?.close();
      await journal.close();
    },
  };
}

/** What only servers with a shared store have to read. */
async function join(options: JoinOptions): Promise<Membership> {
  const { joinCluster } = await import('./cluster/join-cluster.ts');
  return joinCluster(options);
}

/** Where other servers knock: the address that the operator wrote down, or the one this machine has. */
function nodeDoor({ host, nodeAddress }: Config, interfaces: Interfaces): JoinOptions['door'] {
  if (nodeAddress !== null) return { host: '0.0.0.0', address: nodeAddress.host, port: nodeAddress.port };
  return { host, address: ownAddress(host, interfaces), port: 0 };
}
