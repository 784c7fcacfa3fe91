import type { Socket } from 'socket.io';
import type { Logger } from 'pino';
import { refusal } from '../../shared/session/refusals.ts';
import type { Acknowledgement } from '../../shared/wire/down.ts';
import type { ServerClock } from '../clock.ts';
import type { Known } from '../room/audience.ts';
import type { CompleteIntent, Completed } from '../room/complete-intent.ts';
import type { Answer } from '../room/entry.ts';
import { createBucket } from './bucket.ts';
import type { Hub } from './hub.ts';
import { createIngress, type Ingested, type Sender, type TakeOne } from './ingress.ts';
import { NET_LIMITS } from './limits.ts';
import { createSocketLine } from './socket-line.ts';

export type ConnectionDeps = {
  readonly clock: ServerClock;
  readonly log: Logger;
  readonly completeIntent: CompleteIntent;
};

type Acknowledge = (acknowledgement: Acknowledgement) => void;
type Asked = Extract<Ingested, { kind: 'intent' }>;

/** Lets a socket whose holder is known into its class, and listens to it until it goes. */
export function connect(socket: Socket, sender: Sender, hub: Hub, known: Known, deps: ConnectionDeps): void {
  const line = createSocketLine(socket, sender, hub, deps.clock);
  const ingress = createIngress(sender, takeOneFor(sender, hub, deps.clock));

  // Every event comes through here, whatever it calls itself: only one is known.
  socket.onAny((event: unknown, raw: unknown, answer: unknown) => {
    if (!socket.connected) return;
    const acknowledge = isAcknowledge(answer) ? answer : isAcknowledge(raw) ? raw : () => undefined;
    const ingested = ingress.read(event === 'intent' && isAcknowledge(answer) ? raw : null);
    if (ingested.kind === 'intent') {
      void ask(ingested, acknowledge);
      return;
    }
    acknowledge({ ok: false, refusal: ingested.refusal });
    if (ingested.close) socket.disconnect(true);
  });
  socket.on('disconnect', () => hub.leave(line));
  hub.enter(line, known);

  /** A student's repeats are known by the class's facts; a teacher's, who may have several devices, are kept here. */
  async function ask(asked: Asked, acknowledge: Acknowledge): Promise<void> {
    if (sender.role !== 'teacher') {
      submit(asked, acknowledge);
      return;
    }
    const once = () => new Promise<Acknowledgement>((answered) => submit(asked, answered));
    acknowledge(await hub.answered.once(sender.instance, asked.seq, once));
  }

  /** A door where bugs are caught: a throw in a socket's handler would end the process, and every class with it. */
  function submit({ actor, intent }: Asked, acknowledge: Acknowledge): void {
    const fail = (error: unknown): void => {
      deps.log.error({ session: hub.room.session, kind: intent.kind, err: error }, 'intent failed');
      acknowledge({ ok: false, refusal: refusal('not-now') });
    };
    const give = (completed: Completed): void => {
      if (completed.ok) hub.room.ask(actor, completed.command, (answer) => acknowledge(withoutFacts(answer)));
      else acknowledge(completed);
    };
    try {
      const completed = deps.completeIntent(hub.room, intent);
      // Only what must wait for the catalogue is waited for: everything else keeps the order it was sent in.
      if (completed instanceof Promise) void completed.then(give).catch(fail);
      else give(completed);
    } catch (error) {
      fail(error);
    }
  }
}

/** Facts are for the room; a page is told their version. */
function withoutFacts(answer: Answer): Acknowledgement {
  return answer.ok ? { ok: true, epoch: answer.epoch, version: answer.version } : answer;
}

function isAcknowledge(value: unknown): value is Acknowledge {
  return typeof value === 'function';
}

/** The buckets of one connection: a seat keeps its own, whichever socket holds it. */
function takeOneFor(sender: Sender, hub: Hub, clock: ServerClock): TakeOne {
  switch (sender.role) {
    case 'student':
      return (kind) => (kind === 'rename' ? hub.renames : hub.intents).take(sender.seat);
    case 'teacher': {
      const bucket = createBucket(NET_LIMITS.teacherIntents, clock);
      return () => bucket.take();
    }
    case 'screen': {
      const bucket = createBucket(NET_LIMITS.screenIntents, clock);
      return () => bucket.take();
    }
  }
}
