import type { IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Socket } from 'socket.io';
import type { ServerClock } from '../clock.ts';
import { INTAKE } from '../limits.ts';
import type { Admission } from './admission.ts';
import { createBuckets } from './bucket.ts';
import { createLiveConnections } from './live-connections.ts';
import { createVisits } from './visits.ts';

type Admitted = Extract<Admission, { ok: true }>;

/** Who may knock, who waits a moment, and whose older connection ends. */
export type Doorkeeper = {
  /** Whether this address may make one more connection. */
  readonly mayKnock: (request: IncomingMessage) => boolean;
  /** Somebody has shown a token: no stranger any more, made to wait at most. */
  readonly letPass: (socket: Socket, admission: Admitted) => Promise<Admission>;
  /** Counts a connection until it has gone. */
  readonly count: (socket: Socket, admission: Admitted) => void;
  /** Seats that play from an address. */
  readonly seatsBehind: (address: string) => number;
  readonly sweep: () => void;
};

export function createDoorkeeper(
  clock: ServerClock,
  addressOf: (request: IncomingMessage) => string,
): Doorkeeper {
  const strangers = createBuckets<string>(INTAKE.connection.perAddress, clock);
  const visits = createVisits(clock, wait);
  const live = createLiveConnections();
  return {
    mayKnock: (request) => strangers.take(addressOf(request)) === 0,
    letPass: async (socket, admission) => {
      strangers.giveBack(addressOf(socket.request));
      const mayEnter = await visits.arrive({ session: admission.session, seat: seatOf(admission) });
      return mayEnter ? admission : { ok: false, reason: 'opened-elsewhere' };
    },
    count: (socket, admission) => {
      const leave = live.enter({
        address: addressOf(socket.request),
        session: admission.session,
        role: admission.sender.role,
        seat: seatOf(admission),
        hangUp: () => {
          socket.emit('gone', { reason: 'opened-elsewhere' });
          socket.conn.close(true);
        },
      });
      socket.on('disconnect', leave);
    },
    seatsBehind: live.seatsBehind,
    sweep: () => {
      strangers.forgetFull();
      visits.forgetFull();
    },
  };
}

function seatOf({ sender }: Admitted): number | null {
  return sender.role === 'student' ? sender.seat : null;
}
