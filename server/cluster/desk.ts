import type { SessionId } from '../../shared/session/ids.ts';
import { refusal } from '../../shared/session/refusals.ts';
import type { Carrier, Classroom } from '../room/classroom.ts';
import type { NodeDown, NodeUp, NodeVisitor, VisitNumber } from './messages.ts';

/** What other servers may call here by name. The answer travels as JSON, bytes as they are. */
export type Calls = Readonly<Record<string, (...values: never[]) => Promise<unknown>>>;

export type DeskDeps = {
  /** A class that this server plays, for whoever holds sockets of it; null for any other. */
  readonly classroom: (session: SessionId, carrier: Carrier) => Classroom | null;
  readonly calls: () => Calls;
  /** Somebody comes for a class that is not played here. */
  readonly onMissed: (session: SessionId) => void;
};

/** Where other servers come for the classes that this one plays. */
export type Desk = {
  readonly receive: (say: (message: NodeDown) => void) => NodeVisitor;
  /** Sends every visitor to whoever plays its classes now. */
  readonly sendAway: () => void;
};

export function createDesk({ classroom, calls, onMissed }: DeskDeps): Desk {
  const visitors = new Set<{ readonly sendAway: () => void }>();

  function receive(say: (message: NodeDown) => void): NodeVisitor {
    const visits = new Map<VisitNumber, Classroom>();

    const carrierOf = (visit: VisitNumber): Carrier => ({
      toAudience: (audience, packet) => say({ kind: 'to-audience', visit, audience, packet }),
      toGuest: (guest, packet) => say({ kind: 'to-guest', visit, guest, packet }),
      showOut: (who, reason) => {
        if (who === 'everybody') visits.delete(visit);
        say({ kind: 'show-out', visit, who, reason });
      },
    });

    function enter({ visit, session, guest, sender, arrival }: Extract<NodeUp, { kind: 'enter' }>): void {
      const carrier = carrierOf(visit);
      const entered = visits.get(visit) ?? classroom(session, carrier);
      if (entered === null) {
        carrier.showOut('everybody', 'restarting');
        onMissed(session);
        return;
      }
      visits.set(visit, entered);
      entered.enter(guest, sender, arrival);
    }

    const visitor = {
      sendAway: () => {
        for (const visit of visits.keys()) carrierOf(visit).showOut('everybody', 'restarting');
      },
    };
    visitors.add(visitor);

    return {
      hear: (message) => {
        const { kind, visit } = message;
        switch (kind) {
          case 'enter':
            enter(message);
            return;
          case 'leave':
            visits.get(visit)?.leave(message.guest);
            return;
          case 'catch-up':
            visits.get(visit)?.catchUp(message.guest, message.known);
            return;
          case 'dismiss':
            visits.get(visit)?.dismiss();
            visits.delete(visit);
        }
      },
      answer: (question, reply) => {
        if (question.kind === 'call') {
          void answerCall(calls(), question.name, question.values, reply);
          return;
        }
        const asked = visits.get(question.visit);
        if (asked === undefined) reply({ ok: false, refusal: refusal('saving') });
        else asked.ask(question.guest, question.asked, reply);
      },
      gone: () => {
        visitors.delete(visitor);
        for (const entered of visits.values()) entered.dismiss();
        visits.clear();
      },
    };
  }

  return {
    receive,
    sendAway: () => {
      for (const visitor of visitors) visitor.sendAway();
    },
  };
}

/** A call that fails is answered with nothing: the server that asked tells its own caller. */
async function answerCall(
  calls: Calls,
  name: string,
  values: readonly unknown[],
  reply: (answer: unknown) => void,
): Promise<void> {
  try {
    const call = Object.hasOwn(calls, name) ? calls[name] : undefined;
    reply({ value: await call?.(...(values as never[])) }); // both ends are of the same version, and share a secret
  } catch {
    reply(null);
  }
}
