import type { Attempt } from '../../client/link/attempts.ts';
import type { Greeting, Line, LineEvents } from '../../client/link/line.ts';
import type { LinkRole } from '../../client/link/roles.ts';
import { NET_LIMITS } from '../../server/net/limits.ts';
import type { Acknowledgement, DownMessages } from '../../shared/wire/down.ts';
import type { Air } from './air.ts';
import type { Host } from './host.ts';
import { createServerSocket, type ServerSocket } from './server-socket.ts';

/** Whoever answers at the server's address. */
export type Door = {
  readonly host: Host;
  readonly knock: (socket: ServerSocket, auth: unknown, opened: () => void) => void;
};

/** What somebody who judges hears of a connection, as the client hears it. */
export type Ear = {
  readonly sent: (up: Up) => void;
  readonly answered: (up: Up, answer: Acknowledgement) => void;
  readonly told: (name: string, body: unknown) => void;
};

export type Up = { readonly seq: number; readonly intent: { readonly kind: string } };

/** One connection as those see it who may break it. */
export type Wire = {
  readonly server: ServerSocket;
  readonly door: Door;
  readonly isOver: () => boolean;
  /** Whichever ends notice: of what was on its way nothing arrives. */
  readonly cut: (who: 'both' | 'client' | 'server') => void;
};

export type Dialling<Role extends LinkRole> = {
  readonly id: string;
  readonly page: Host;
  readonly air: Air;
  /** Null where nobody listens. */
  readonly door: Door | null;
  readonly greeting: Greeting;
  readonly attempt: Attempt;
  readonly events: LineEvents<Role>;
  readonly ear: Ear;
};

/** When the server gives up a connection from which nothing comes. */
const PING_TIMEOUT_MS = NET_LIMITS.pingEveryMs + NET_LIMITS.pongWithinMs;

/** Dials, as `client/link/line.ts` does over socket.io: the same promises to the link above, and the same order of events. */
export function dial<Role extends LinkRole>(
  dialling: Dialling<Role>,
): {
  readonly line: Line<Role>;
  readonly wire: Wire | null;
} {
  const { id, page, air, door, greeting, attempt, events, ear } = dialling;
  const up = air.openLane();
  const down = air.openLane();
  let isOver = false;

  const atPage = (task: () => void): void => page.run(() => (isOver ? undefined : task()));
  const end = (failure: Parameters<typeof events.onlost>[0] | null): void => {
    if (isOver) return;
    isOver = true;
    giveUp();
    if (failure !== null) events.onlost(failure);
  };
  const endServer = (): void => {
    server.end();
    up.close();
    if (isOver) down.close();
  };
  const giveUp = page.after(attempt.timeoutMs, () => {
    end('timed-out');
    up.send(() => door?.host.run(endServer));
  });
  const server = createServerSocket(id, air, {
    carry: (name, text) => down.send(() => atPage(() => hear(name, text))),
    hangUp: () =>
      down.send(() => {
        atPage(() => end('lost'));
        up.close();
        down.close();
      }),
  });

  function hear(name: string, text: string): void {
    const body: unknown = JSON.parse(text);
    ear.told(name, body);
    events.onheard();
    tell(events, name, body);
  }

  const auth: unknown = JSON.parse(JSON.stringify(greeting));
  up.send(() => {
    if (door === null || !door.host.isAlive()) down.send(() => atPage(() => end('refused')));
    else {
      door.host.run(() =>
        door.knock(server, auth, () =>
          down.send(() =>
            atPage(() => {
              giveUp();
              events.onopen();
            }),
          ),
        ),
      );
    }
  });

  const line: Line<Role> = {
    isSlow: () => false,
    post: (pending, answered) => {
      if (isOver) return;
      const sent: Up = pending;
      const raw: unknown = JSON.parse(JSON.stringify(pending));
      ear.sent(sent);
      up.send(() => door?.host.run(() => server.receive(raw, reply)));

      function reply(answer: Acknowledgement): void {
        const text = JSON.stringify(answer);
        if (!server.isOpen()) return;
        down.send(() =>
          atPage(() => {
            const heard = JSON.parse(text) as Acknowledgement; // what the server wrote a moment ago
            ear.answered(sent, heard);
            events.onheard();
            answered(heard);
          }),
        );
      }
    },
    hangUp: () => {
      end(null);
      up.send(() => door?.host.run(endServer));
    },
  };
  const wire: Wire | null =
    door === null
      ? null
      : {
          server,
          door,
          isOver: () => isOver && !server.isOpen(),
          cut: (who) => {
            up.close();
            down.close();
            if (who !== 'server') page.after(1, () => end('lost'));
            door.host.after(who === 'client' ? PING_TIMEOUT_MS : 1, endServer);
          },
        };
  return { line, wire };
}

function tell<Role extends LinkRole>(events: LineEvents<Role>, name: string, body: unknown): void {
  // The server's own types of these messages; what the oracle compares is what has come through JSON.
  if (name === 'tick') events.ontick(body as DownMessages['tick']);
  else if (name === 'seat') events.onseat(body as DownMessages['seat']);
  else if (name === 'gone') events.ongone((body as DownMessages['gone']).reason);
  else if (name.endsWith('-snapshot')) events.onsnapshot(body as Parameters<typeof events.onsnapshot>[0]);
  else if (name.endsWith('-frame')) events.onframe(body as Parameters<typeof events.onframe>[0]);
}
