import { INTAKE } from '../limits.ts';

/** Whose connection it is, and how to end it. */
export type Visitor = {
  readonly address: string;
  readonly session: string;
  readonly role: 'student' | 'teacher' | 'screen';
  /** Null for whoever has none. */
  readonly seat: number | null;
  readonly hangUp: () => void;
};

/** Who is connected. Of a seat and of a session the newest stay: a reload, or a phone that changed networks, gets in. */
export type LiveConnections = {
  /** One more. The answer is to be called when it has gone. */
  readonly enter: (visitor: Visitor) => () => void;
  /** Seats that play from an address. */
  readonly seatsBehind: (address: string) => number;
};

export function createLiveConnections(): LiveConnections {
  const bySeat = new Map<string, Set<Visitor>>();
  /** Those that hold no seat: of other roles, or with a newer connection of the same seat. The oldest comes first. */
  const replaceable = new Map<string, Set<Visitor>>();
  const bySession = new Map<string, Set<Visitor>>();
  const seatsByAddress = new Map<string, Set<Visitor>>();

  function enter(visitor: Visitor): void {
    const { session, address } = visitor;
    add(bySession, session, visitor);
    const seat = seatOf(visitor);
    if (seat === null) {
      add(replaceable, roleOf(visitor), visitor);
    } else {
      for (const older of bySeat.get(seat) ?? []) add(replaceable, roleOf(older), older);
      add(bySeat, seat, visitor);
      add(seatsByAddress, address, visitor);
      hangUpOldest(bySeat.get(seat), INTAKE.connection.perSeat.liveMost);
    }
    if (sizeOf(bySession, session) > INTAKE.connection.perSession.liveMost) {
      hangUpOldest(replaceable.get(roleOf(visitor)), sizeOf(replaceable, roleOf(visitor)) - 1);
    }
  }

  function leave(visitor: Visitor): void {
    remove(bySession, visitor.session, visitor);
    remove(replaceable, roleOf(visitor), visitor);
    remove(seatsByAddress, visitor.address, visitor);
    const seat = seatOf(visitor);
    if (seat !== null) remove(bySeat, seat, visitor);
  }

  function hangUpOldest(among: ReadonlySet<Visitor> | undefined, most: number): void {
    for (const visitor of among ?? []) {
      if ((among?.size ?? 0) <= most) return;
      leave(visitor);
      visitor.hangUp();
    }
  }

  return {
    enter: (visitor) => {
      enter(visitor);
      return () => leave(visitor);
    },
    seatsBehind: (address) => new Set([...(seatsByAddress.get(address) ?? [])].map(seatOf)).size,
  };
}

function seatOf({ session, seat }: Visitor): string | null {
  return seat === null ? null : `${session}/${seat}`;
}

function roleOf({ session, role }: Visitor): string {
  return `${session}/${role}`;
}

function add(sets: Map<string, Set<Visitor>>, key: string, visitor: Visitor): void {
  const set = sets.get(key) ?? new Set();
  sets.set(key, set.add(visitor));
}

function remove(sets: Map<string, Set<Visitor>>, key: string, visitor: Visitor): void {
  const set = sets.get(key);
  set?.delete(visitor);
  if (set?.size === 0) sets.delete(key);
}

function sizeOf(sets: ReadonlyMap<string, ReadonlySet<Visitor>>, key: string): number {
  return sets.get(key)?.size ?? 0;
}
