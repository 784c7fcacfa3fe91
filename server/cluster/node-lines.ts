import type { SessionId } from '../../shared/session/ids.ts';
import type { Acknowledgement } from '../../shared/wire/down.ts';
import type { NodeId } from '../journal/ownership.ts';
import type { Carrier, Classroom } from '../room/classroom.ts';
import type { NodeDown, NodeLine, NodeLineEvents, VisitNumber } from './messages.ts';

export type NodeLinesDeps = {
  readonly addressOf: (node: NodeId) => Promise<string | null>;
  readonly dial: (node: NodeId, address: string, events: NodeLineEvents) => NodeLine;
};

/** One line to each other server that plays classes for this one's people. */
export type NodeLines = {
  /** A class that another server plays; null where that one lives no more. */
  readonly classroom: (node: NodeId, session: SessionId, carrier: Carrier) => Promise<Classroom | null>;
  /** Calls something there by name; null where the answer is lost. */
  readonly call: (
    node: NodeId,
    name: string,
    values: readonly unknown[],
  ) => Promise<{ value: unknown } | null>;
  readonly hangUp: () => void;
};

type SharedLine = {
  readonly line: NodeLine;
  readonly visits: Map<VisitNumber, Carrier>;
  /** Those who wait for an answer, to be told that none will come. */
  readonly waiting: Set<() => void>;
};

export function createNodeLines({ addressOf, dial }: NodeLinesDeps): NodeLines {
  const lines = new Map<NodeId, SharedLine>();
  let visitsMade = 0;

  async function lineTo(node: NodeId): Promise<SharedLine | null> {
    const known = lines.get(node);
    if (known !== undefined) return known;
    const address = await addressOf(node);
    if (address === null) return null;
    return lines.get(node) ?? open(node, address);
  }

  function open(node: NodeId, address: string): SharedLine {
    const visits: SharedLine['visits'] = new Map();
    const waiting: SharedLine['waiting'] = new Set();
    const line = dial(node, address, {
      onHeard: (message) => {
        const carrier = visits.get(message.visit);
        if (carrier !== undefined) carry(message, carrier);
      },
      onBroken: () => {
        lines.delete(node);
        for (const carrier of visits.values()) carrier.showOut('everybody', 'restarting');
        for (const lost of waiting) lost();
      },
    });
    const shared: SharedLine = { line, visits, waiting };
    lines.set(node, shared);
    return shared;
  }

  return {
    classroom: async (node, session, carrier) => {
      const shared = await lineTo(node);
      if (shared === null) return null;
      const visit = ++visitsMade;
      shared.visits.set(visit, carrier);
      return farClassroom(session, visit, shared);
    },
    call: async (node, name, values) => {
      const shared = await lineTo(node);
      if (shared === null) return null;
      return new Promise((resolve) => {
        const lost = (): void => resolve(null);
        shared.waiting.add(lost);
        shared.line.ask({ kind: 'call', name, values }, (answer) => {
          shared.waiting.delete(lost);
          resolve(answer as { value: unknown } | null); // as `desk.ts` answers
        });
      });
    },
    hangUp: () => {
      for (const { line } of lines.values()) line.hangUp();
    },
  };
}

function farClassroom(session: SessionId, visit: VisitNumber, { line, visits }: SharedLine): Classroom {
  return {
    session,
    enter: (guest, sender, arrival) => line.say({ kind: 'enter', visit, session, guest, sender, arrival }),
    leave: (guest) => line.say({ kind: 'leave', visit, guest }),
    catchUp: (guest, known) => line.say({ kind: 'catch-up', visit, guest, known }),
    ask: (guest, asked, acknowledge) =>
      line.ask({ kind: 'ask', visit, guest, asked }, (answer) => acknowledge(answer as Acknowledgement)), // as `desk.ts` answers
    dismiss: () => {
      if (visits.delete(visit)) line.say({ kind: 'dismiss', visit });
    },
  };
}

function carry(message: NodeDown, carrier: Carrier): void {
  switch (message.kind) {
    case 'to-audience':
      carrier.toAudience(message.audience, message.packet);
      return;
    case 'to-guest':
      carrier.toGuest(message.guest, message.packet);
      return;
    case 'show-out':
      carrier.showOut(message.who, message.reason);
  }
}
