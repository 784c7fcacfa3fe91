import type { Socket } from 'socket.io';
import type { ServerClock } from '../clock.ts';
import { INTAKE } from '../limits.ts';
import type { Measures } from '../measures/measures.ts';
import type { Acknowledge, Arrival, GuestId, Sender } from '../room/classroom.ts';
import { createBucket } from './bucket.ts';
import type { Hub } from './hub.ts';
import { createIngress, type TakeOne } from './ingress.ts';
import { createSocketLine } from './socket-line.ts';

export type Newcomer = {
  readonly id: GuestId;
  readonly sender: Sender;
  readonly arrival: Arrival;
};

export type ConnectionDeps = { readonly clock: ServerClock; readonly measures: Measures };

/** Lets a socket whose holder is known into its class, and listens to it until it goes. */
export function connect(
  socket: Socket,
  { id, sender, arrival }: Newcomer,
  hub: Hub,
  { clock, measures }: ConnectionDeps,
): void {
  const line = createSocketLine(socket, { id, sender, hub, clock, measures });
  const ingress = createIngress(sender, takeOneFor(sender, hub, clock));

  // Every event comes through here, whatever it calls itself: only one is known.
  socket.onAny((event: unknown, raw: unknown, answer: unknown) => {
    if (!socket.connected) return;
    const acknowledge = timed(isAcknowledge(answer) ? answer : isAcknowledge(raw) ? raw : () => undefined);
    const ingested = ingress.read(event === 'intent' && isAcknowledge(answer) ? raw : null);
    if (ingested.kind === 'intent') {
      hub.ask(line, ingested.asked, acknowledge);
      return;
    }
    acknowledge({ ok: false, refusal: ingested.refusal });
    if (ingested.close) line.close('slow-down');
  });
  socket.on('disconnect', () => {
    measures.went(sender.role);
    hub.leave(line);
  });
  measures.came(sender.role, arrival.known !== null);
  hub.enter(line, arrival);

  function timed(acknowledge: Acknowledge): Acknowledge {
    const cameMs = clock.nowMs();
    return (acknowledgement) => {
      const outcome = acknowledgement.ok ? 'done' : acknowledgement.refusal.code;
      measures.answered(outcome, clock.nowMs() - cameMs);
      acknowledge(acknowledgement);
    };
  }
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
      const bucket = createBucket(INTAKE.teacherIntent.perSocket, clock);
      return () => bucket.take();
    }
    case 'screen': {
      const bucket = createBucket(INTAKE.screenIntent.perSocket, clock);
      return () => bucket.take();
    }
  }
}
