import type { Logger } from 'pino';
import type { SessionId } from '../../shared/session/ids.ts';
import type { GoneReason } from '../../shared/wire/down.ts';
import { systemTimers, wait, type ServerClock, type Timers } from '../clock.ts';
import type { Catalogue } from '../journal/catalogue.ts';
import type { Journal } from '../journal/journal.ts';
import type { NodeId, Ownership, OwnershipEvents } from '../journal/ownership.ts';
import { adopt, whyNotPlayed, type Holder, type Places, type PlacesHere } from '../room/places.ts';
import type { Registry } from '../room/registry.ts';
import type { Room } from '../room/room.ts';
import { followClass, type FollowedClass, type Seek } from './follow-class.ts';
import type { NodeLines } from './node-lines.ts';

export type ClusterDeps = {
  readonly ownership: Ownership;
  readonly rooms: Registry;
  readonly journal: Pick<Journal, 'read'>;
  readonly catalogue: Pick<Catalogue, 'session'>;
  /** The classes that this server plays itself. */
  readonly here: Pick<PlacesHere, 'classroom'>;
  readonly lines: NodeLines;
  readonly clock: ServerClock;
  readonly log: Logger;
  /** From 0 to 1: spreads what several servers would do in the same moment. */
  readonly chance: () => number;
  readonly timers?: Timers;
};

type Where =
  | { readonly kind: 'here' }
  | { readonly kind: 'there'; readonly node: NodeId }
  | { readonly kind: 'closed'; readonly reason: GoneReason };

/** The classes of all servers that share a store, as one of them sees them. */
export type Cluster = Places & {
  /** The other server that plays a class; null where this one does, or nobody. Takes up what nobody plays. */
  readonly elsewhere: (session: SessionId) => Promise<NodeId | null>;
  /** Takes up a class that is this server's and that it could not open when it came by it. */
  readonly lookAfter: (session: SessionId) => void;
  readonly events: OwnershipEvents;
  readonly stop: () => void;
};

/** A class nobody is connected to here is left to those servers where somebody waits for it, for this long. */
const OTHERS_FIRST_MS = { least: 250, most: 750 } as const;

export function createCluster(deps: ClusterDeps): Cluster {
  const {
    ownership,
    rooms,
    journal,
    catalogue,
    here,
    lines,
    clock,
    log,
    chance,
    timers = systemTimers,
  } = deps;
  const followed = new Map<SessionId, Set<FollowedClass>>();
  const takingUp = new Set<SessionId>();
  let isStopped = false;

  async function whereIs(session: SessionId): Promise<Where> {
    if (rooms.find(session) !== undefined) return { kind: 'here' };
    const owner = await ownership.ownerOf(session);
    return owner === null || owner === ownership.node ? takeUp(session) : { kind: 'there', node: owner };
  }

  async function takeUp(session: SessionId): Promise<Where> {
    const reason = whyNotPlayed(await catalogue.session(session));
    if (reason !== null) return { kind: 'closed', reason };
    if (isStopped) return { kind: 'closed', reason: 'restarting' };
    const owner = await ownership.claim(session);
    if (owner !== ownership.node) return { kind: 'there', node: owner };
    const failure = await adopt(rooms, session);
    return failure === null ? { kind: 'here' } : { kind: 'closed', reason: failure };
  }

  const seekIn =
    (session: SessionId): Seek =>
    async (carrier) => {
      try {
        const where = await whereIs(session);
        switch (where.kind) {
          case 'here':
            return here.classroom(session, carrier);
          case 'there':
            return await lines.classroom(where.node, session, carrier);
          case 'closed':
            return where.reason === 'restarting' ? null : where.reason;
        }
      } catch (error) {
        // The store does not answer just now, or the class was taken in the same moment: asked again.
        log.debug({ session, err: error }, 'class not found yet');
        return null;
      }
    };

  function follow(session: SessionId, holder: Holder): FollowedClass {
    const all = followed.get(session) ?? new Set();
    followed.set(session, all);
    const one = followClass(session, holder, seekIn(session), clock, timers);
    const watched: FollowedClass = {
      ...one,
      dismiss: () => {
        all.delete(watched);
        if (all.size === 0) followed.delete(session);
        one.dismiss();
      },
    };
    all.add(watched);
    return watched;
  }

  /** Those that somebody waits for at once; the others after a while, if nobody has them by then. */
  function onOrphans(sessions: readonly SessionId[]): void {
    for (const session of sessions) {
      const waiting = followed.get(session);
      if (waiting !== undefined) for (const one of waiting) one.seekAgain();
      else void takeUpLater(session);
    }
  }

  async function takeUpLater(session: SessionId): Promise<void> {
    if (takingUp.has(session)) return;
    takingUp.add(session);
    const { least, most } = OTHERS_FIRST_MS;
    await wait(timers, least + chance() * (most - least));
    try {
      if (!isStopped && (await whereIs(session)).kind === 'closed') await ownership.release(session);
    } catch (error) {
      log.warn({ session, err: error }, 'class not taken up yet');
    } finally {
      takingUp.delete(session);
    }
  }

  /** Whether the journal still has the last fact that was told: a replica that took over may not. */
  async function isKept(room: Room): Promise<boolean> {
    const { version } = room.standing();
    return (await journal.read(room.session, version, 1)).length === 1;
  }

  /** What another server has taken meanwhile is no longer ours; the rest was never lost. */
  async function onLapsed(): Promise<void> {
    log.warn('this server was silent for longer than its lease');
    for (const room of rooms.all()) {
      try {
        const isOurs = (await ownership.claim(room.session)) === ownership.node;
        if (!isOurs || !(await isKept(room))) room.lose();
      } catch (error) {
        // The journal refuses whatever a former owner writes: the class is lost then at the latest.
        log.warn({ session: room.session, err: error }, 'ownership not confirmed');
      }
    }
  }

  return {
    whyClosed: async (session) => {
      const where = await whereIs(session);
      return where.kind === 'closed' ? where.reason : null;
    },
    classroom: follow,
    elsewhere: async (session) => {
      const where = await whereIs(session);
      return where.kind === 'there' ? where.node : null;
    },
    lookAfter: (session) => void takeUpLater(session),
    events: { onOrphans, onLapsed: () => void onLapsed() },
    stop: () => {
      isStopped = true;
      lines.hangUp();
    },
  };
}
