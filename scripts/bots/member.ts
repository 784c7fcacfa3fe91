import { randomBytes } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { Acknowledgement, DownMessages, Frame, Snapshot } from '../../shared/wire/down.ts';
import type { Handshake } from '../../shared/wire/handshake.ts';
import { PROTOCOL_VERSION } from '../../shared/wire/version.ts';
import { createWatch } from './watch.ts';

/** A member of a rehearsed class: one real socket and the view it has been sent. */
export type Member<View> = {
  readonly view: () => View;
  /** Resolves at the first view, now or later, that satisfies the test. */
  readonly until: (test: (view: View) => boolean) => Promise<View>;
  readonly ask: (intent: object) => Promise<Acknowledgement>;
  readonly on: <Name extends keyof DownMessages>(
    name: Name,
    listener: (message: DownMessages[Name]) => void,
  ) => void;
  readonly reconnects: () => number;
  readonly leave: () => void;
};

type Role = 'student' | 'screen' | 'teacher';
const ACK_WITHIN_MS = 20_000;

/** Connects and waits for the first snapshot. Rejects when the server turns it away. */
export async function joinAs<View extends object>(
  url: string,
  role: Role,
  who: { readonly code: string; readonly token: string },
): Promise<Member<View>> {
  const auth: Handshake = {
    role,
    protocol: PROTOCOL_VERSION,
    ...who,
    instance: randomBytes(12).toString('base64url'),
    known: null,
  };
  const socket: Socket = io(url, { auth, transports: ['websocket'], forceNew: true });
  const watch = createWatch<View>();
  let reconnects = 0;
  let seq = 0;
  socket.on(`${role}-snapshot`, (snapshot: Snapshot<View>) => watch.show(snapshot.view));
  socket.on(`${role}-frame`, (frame: Frame<View>) => {
    const view = watch.latest();
    if (view !== null) watch.show({ ...view, ...frame.changed });
  });
  socket.io.on('reconnect', () => reconnects++);
  const until = (test: (view: View) => boolean): Promise<View> =>
    watch.until((view) => (test(view) ? view : null));
  await Promise.race([
    until(() => true),
    new Promise((_, reject) => {
      socket.once('connect_error', reject);
      socket.once('gone', ({ reason }: DownMessages['gone']) => reject(new Error(`turned away: ${reason}`)));
    }),
  ]);
  return {
    view: () => {
      const view = watch.latest();
      if (view === null) throw new Error('no view before the first snapshot');
      return view;
    },
    until,
    ask: (intent) => socket.timeout(ACK_WITHIN_MS).emitWithAck('intent', { seq: ++seq, intent }),
    on: (name, listener) => {
      socket.on<string>(name, listener);
    },
    reconnects: () => reconnects,
    leave: () => socket.disconnect(),
  };
}
