import type { Logger } from 'pino';
import type { ServerClock } from '../../server/clock.ts';
import { joinCluster, type Membership } from '../../server/cluster/join-cluster.ts';
import { createHall } from '../../server/hall/hall.ts';
import type { Hall } from '../../server/http/hall.ts';
import type { Catalogue } from '../../server/journal/catalogue.ts';
import type { Journal } from '../../server/journal/journal.ts';
import type { Ownership } from '../../server/journal/ownership.ts';
import type { Library } from '../../server/http/library.ts';
import type { NodeNetwork } from '../../server/net/nodes.ts';
import { createCompleteIntent } from '../../server/room/complete-intent.ts';
import type { NameDealer } from '../../server/room/names.ts';
import { createPlaces } from '../../server/room/places.ts';
import { createRegistry, type Registry } from '../../server/room/registry.ts';
import { ROOM_LIMITS } from '../../server/room/room-limits.ts';
import type { SessionId } from '../../shared/session/ids.ts';
import { createGate, type Gate, type GateMischief } from './gate.ts';
import { createHost, type Host } from './host.ts';
import type { Scheduler } from './scheduler.ts';
import type { Mounted } from './store/durable.ts';
import type { ServerSocket } from './server-socket.ts';
import type { Door } from './wire.ts';

/** One server process: all of a server's own code but what opens ports, files and timers. */
export type Node = Door & {
  readonly name: string;
  readonly rooms: Registry;
  readonly hall: () => Hall;
  readonly catalogue: Catalogue;
  readonly clock: ServerClock;
  /** Joins the others, if there are any, and opens every class that is nobody's. Rejects where the store fails. */
  readonly boot: () => Promise<void>;
  readonly isReady: () => boolean;
  /** As SIGTERM does. */
  readonly close: () => Promise<void>;
  readonly sockets: () => Iterable<ServerSocket>;
  /** Intents that it owes an answer. */
  readonly unanswered: () => number;
};

export type NodeDeps = {
  readonly name: string;
  readonly scheduler: Scheduler;
  readonly mount: (host: Host) => Mounted;
  readonly networkOf: (host: Host) => NodeNetwork;
  readonly chance: () => number;
  readonly names: NameDealer;
  readonly newCode: () => string;
  readonly log: Logger;
  /** The calendar, in milliseconds since 1970; it may jump. */
  readonly wallMs: () => number;
  readonly mischief: NodeMischief;
  readonly note: (what: string) => void;
};

export type NodeMischief = GateMischief & {
  /** What a process does with the store's answers, and with its licence to write. */
  readonly journal?: (journal: Journal) => Journal;
  readonly ownership?: (ownership: Ownership) => Ownership;
  /** What it does with what it is told by other servers. */
  readonly network?: (network: NodeNetwork) => NodeNetwork;
};

export function createNode(deps: NodeDeps): Node {
  const { name, scheduler, names, newCode, log, mischief, note } = deps;
  const host = createHost(scheduler);
  const bornMs = scheduler.nowMs();
  const clock: ServerClock = { nowMs: () => 1_000 + scheduler.nowMs() - bornMs, wallMs: deps.wallMs };
  const store = deps.mount(host);
  const { catalogue } = store;
  const journal = mischief.journal?.(store.journal) ?? store.journal;
  const ownership = store.ownership && (mischief.ownership?.(store.ownership) ?? store.ownership);
  const rooms = createRegistry({ journal, catalogue, clock, log, ...(ownership && { ownership }) });
  const takeCode = async (session: SessionId): Promise<string> => {
    for (;;) {
      const code = newCode();
      if (await catalogue.takeCode(code, session, clock.wallMs())) return code;
    }
  };
  const completeIntent = createCompleteIntent({ names, takeCode: (room) => takeCode(room.session) });
  const here = createPlaces({ rooms, catalogue, clock, log, completeIntent });
  const ownHall = createHall({ rooms, catalogue, clock, isFull: () => false, names });
  const around: { membership: Membership | null; gate: Gate | null } = { membership: null, gate: null };

  async function join(own: Ownership): Promise<Membership> {
    const network = deps.networkOf(host);
    const membership = await joinCluster({
      ownership: own,
      secrets: { read: async () => null, keep: async (_, secret) => secret, where: () => '' },
      rooms,
      journal,
      catalogue,
      here,
      clock,
      log,
      chance: deps.chance,
      timers: host,
      door: { host: name, address: name, port: 1 },
      network: mischief.network?.(network) ?? network,
    });
    membership.serve(ownHall, {} as Library); // nobody asks a simulated server for its recordings
    return membership;
  }

  function beat(): void {
    rooms.beat();
    host.after(ROOM_LIMITS.beatMs, beat);
  }

  return {
    name,
    host,
    rooms,
    hall: () => around.membership?.hall(ownHall) ?? ownHall,
    catalogue,
    clock,
    isReady: () => around.gate !== null,
    boot: async () => {
      around.membership = ownership && (await join(ownership));
      host.after(ROOM_LIMITS.beatMs, beat);
      await rooms.restore();
      const places = around.membership?.places ?? here;
      around.gate = createGate({ host, clock, catalogue, places, mischief, note });
    },
    knock: (socket, auth, opened) => void around.gate?.knock(socket, auth, opened),
    close: async () => {
      await rooms.close();
      await around.membership?.leave().catch(() => note('could not say farewell'));
      around.gate?.closeAll();
      await around.membership?.close();
    },
    sockets: () => around.gate?.sockets() ?? [],
    unanswered: () => around.gate?.unanswered() ?? 0,
  };
}
