import { randomBytes } from 'node:crypto';
import type { Hall } from '../http/hall.ts';
import type { Library } from '../http/library.ts';
import type { Ownership } from '../journal/ownership.ts';
import type { Secrets } from '../journal/secrets.ts';
import { NODE_SOCKETS, type NodeNetwork } from '../net/nodes.ts';
import type { Places } from '../room/places.ts';
import { callsOf, hallAnywhere, libraryAnywhere, type AnywhereDeps } from './anywhere.ts';
import { createCluster, type ClusterDeps } from './cluster.ts';
import { createDesk, type Calls } from './desk.ts';
import { createNodeLines } from './node-lines.ts';

export type JoinOptions = Omit<ClusterDeps, 'lines'> &
  Pick<AnywhereDeps, 'catalogue' | 'clock'> & {
    readonly ownership: Ownership;
    readonly secrets: Secrets;
    /** Where the door for other servers listens, and the address at which they reach it; port 0 lets the machine choose. */
    readonly door: { readonly host: string; readonly address: string; readonly port: number };
    readonly network?: NodeNetwork;
  };

/** This server among those that share its store. */
export type Membership = {
  readonly places: Places;
  /** The same hall and library, whichever server plays the class they are asked about. */
  readonly hall: (own: Hall) => Hall;
  readonly library: (own: Library) => Library;
  /** Serves other servers with these from now on. */
  readonly serve: (hall: Hall, library: Library) => void;
  /** Lets go of every class, and sends the people of other servers to whoever plays it now. */
  readonly leave: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const SECRET_BYTES = 32;

/** Opens the door for other servers and joins them. */
export async function joinCluster(options: JoinOptions): Promise<Membership> {
  const { ownership, secrets, here, door: at, network = NODE_SOCKETS } = options;
  const secret = await secrets.keep('nodes', randomBytes(SECRET_BYTES).toString('base64url'));
  const lines = createNodeLines({
    addressOf: ownership.addressOf,
    dial: (node, address, events) => network.dial(node, address, secret, events),
  });
  const cluster = createCluster({ ...options, lines });
  let calls: Calls = {};
  const desk = createDesk({ classroom: here.classroom, calls: () => calls, onMissed: cluster.lookAfter });
  const { host, port } = at;
  const door = await network.openDoor({
    host,
    port,
    secret,
    node: ownership.node,
    receive: desk.receive,
  });
  await ownership.join(`${at.address}:${door.port}`, cluster.events);

  const anywhere: AnywhereDeps = { ...options, cluster, lines };
  return {
    places: cluster,
    hall: (own) => hallAnywhere(own, anywhere),
    library: (own) => libraryAnywhere(own, anywhere),
    serve: (hall, library) => {
      calls = callsOf(hall, library);
    },
    leave: async () => {
      cluster.stop();
      await ownership.leave();
      desk.sendAway();
    },
    close: door.close,
  };
}
