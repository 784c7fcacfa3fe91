import type { SessionId } from '../../shared/session/ids.ts';
import { refusal } from '../../shared/session/refusals.ts';
import type { Carrier, Classroom } from '../room/classroom.ts';
import type { NodeDown, NodeUp, NodeVisitor } from './messages.ts';

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
  const visits = new Set<{ readonly sendAway: () => void }>();

  function receive(say: (message: NodeDown) => void): NodeVisitor {
    const classes = new Map<SessionId, Classroom>();

    const carrierOf = (session: SessionId): Carrier => ({
      toAudience: (audience, packet) => say({ kind: 'to-audience', session, audience, packet }),
      toGuest: (guest, packet) => say({ kind: 'to-guest', session, guest, packet }),
      showOut: (who, reason) => {
        if (who === 'everybody') classes.delete(session);
        say({ kind: 'show-out', session, who, reason });
      },
    });

    function enter({ session, guest, sender, arrival }: Extract<NodeUp, { kind: 'enter' }>): void {
      const carrier = carrierOf(session);
      const entered = classes.get(session) ?? classroom(session, carrier);
      if (entered === null) {
        carrier.showOut('everybody', 'restarting');
        onMissed(session);
        return;
      }
      classes.set(session, entered);
      entered.enter(guest, sender, arrival);
    }

    const visit = {
      sendAway: () => {
        for (const session of classes.keys()) carrierOf(session).showOut('everybody', 'restarting');
      },
    };
    visits.add(visit);

    return {
      hear: (message) => {
        const { kind, session } = message;
        switch (kind) {
          case 'enter':
            enter(message);
            return;
          case 'leave':
            classes.get(session)?.leave(message.guest);
            return;
          case 'catch-up':
            classes.get(session)?.catchUp(message.guest, message.known);
            return;
          case 'dismiss':
            classes.get(session)?.dismiss();
            classes.delete(session);
        }
      },
      answer: (question, reply) => {
        if (question.kind === 'call') {
          void answerCall(calls(), question.name, question.values, reply);
          return;
        }
        const asked = classes.get(question.session);
        if (asked === undefined) reply({ ok: false, refusal: refusal('saving') });
        else asked.ask(question.guest, question.asked, reply);
      },
      gone: () => {
        visits.delete(visit);
        for (const entered of classes.values()) entered.dismiss();
        classes.clear();
      },
    };
  }

  return {
    receive,
    sendAway: () => {
      for (const visit of visits) visit.sendAway();
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
