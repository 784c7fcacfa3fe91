import { io, type Socket } from 'socket.io-client';
import type {
  Acknowledgement,
  DownMessages,
  DownName,
  Frame,
  GoneReason,
  Snapshot,
} from '../../shared/wire/down.ts';
import type { Handshake } from '../../shared/wire/handshake.ts';
import type { Attempt, Failure } from './attempts.ts';
import type { Pending } from './outbox.ts';
import type { IntentOf, LinkRole, ViewOf } from './roles.ts';

/** One connection, from dialling to hanging up. A new one is made for every try, so that none hears another's echo. */
export type Line<Role extends LinkRole> = {
  readonly post: (up: Pending<IntentOf<Role>>, answered: (answer: Acknowledgement) => void) => void;
  readonly isSlow: () => boolean;
  readonly hangUp: () => void;
};

export type LineEvents<Role extends LinkRole> = {
  readonly onopen: () => void;
  /** Anything came: the line is alive. It is called before what came is delivered. */
  readonly onheard: () => void;
  readonly onsnapshot: (snapshot: Snapshot<ViewOf<Role>>) => void;
  readonly onframe: (frame: Frame<ViewOf<Role>>) => void;
  readonly onseat: (message: DownMessages['seat']) => void;
  readonly onwaiting: (waiting: DownMessages['waiting']) => void;
  readonly ontick: (tick: DownMessages['tick']) => void;
  readonly ongone: (reason: GoneReason) => void;
  /** Once, unless the line was hung up by us. */
  readonly onlost: (failure: Failure) => void;
};

type DownEvents = { readonly [Name in DownName]: (body: DownMessages[Name]) => void };
type UpEvents = {
  readonly intent: (up: Pending<unknown>, answered: (answer: Acknowledgement) => void) => void;
};
type LineSocket = Socket<DownEvents, UpEvents>;

/** What a client says of itself when it dials. */
export type Greeting = Omit<Handshake, 'role'> & { readonly role: LinkRole };

/** Dials the page's own origin. */
export function openLine<Role extends LinkRole>(
  role: Role,
  greeting: Greeting,
  attempt: Attempt,
  events: LineEvents<Role>,
): Line<Role> {
  const socket: LineSocket = io({
    forceNew: true,
    reconnection: false,
    transports: [...attempt.transports],
    timeout: attempt.timeoutMs,
    auth: greeting,
  });
  let isOver = false;
  const end = (failure: Failure | null): void => {
    if (isOver) return;
    isOver = true;
    clearTimeout(deadline);
    socket.offAny();
    socket.removeAllListeners();
    socket.disconnect();
    if (failure !== null) events.onlost(failure);
  };
  // The library's own time-out ends with its handshake; ours lasts until the room has answered.
  const deadline = setTimeout(() => end('timed-out'), attempt.timeoutMs);

  socket.on('connect', () => {
    clearTimeout(deadline);
    events.onopen();
  });
  socket.on('connect_error', (error) => {
    const reason = goneReasonIn(error);
    if (reason !== null) events.ongone(reason);
    end(error.message === 'timeout' ? 'timed-out' : 'refused');
  });
  socket.on('disconnect', () => end('lost'));
  socket.onAny(() => events.onheard());
  socket.on('seat', events.onseat);
  socket.on('waiting', events.onwaiting);
  socket.on('tick', events.ontick);
  socket.on('gone', ({ reason }) => events.ongone(reason));
  HEAR[role](socket, events);

  return {
    post: (up, answered) =>
      socket.emit('intent', up, (answer) => {
        if (isOver) return;
        events.onheard();
        answered(answer);
      }),
    isSlow: () => socket.io.engine?.transport.name === 'polling',
    hangUp: () => end(null),
  };
}

type Ears<Role extends LinkRole> = Pick<LineEvents<Role>, 'onsnapshot' | 'onframe'>;

/** Each role has messages of its own. */
const HEAR: { readonly [Role in LinkRole]: (socket: LineSocket, ears: Ears<Role>) => void } = {
  student: (socket, ears) => {
    socket.on('student-snapshot', ears.onsnapshot);
    socket.on('student-frame', ears.onframe);
  },
  teacher: (socket, ears) => {
    socket.on('teacher-snapshot', ears.onsnapshot);
    socket.on('teacher-frame', ears.onframe);
  },
  screen: (socket, ears) => {
    socket.on('screen-snapshot', ears.onsnapshot);
    socket.on('screen-frame', ears.onframe);
  },
};

const GONE_REASONS: Readonly<Record<GoneReason, true>> = {
  'opened-elsewhere': true,
  removed: true,
  left: true,
  ended: true,
  restarting: true,
  'client-too-old': true,
  'unknown-token': true,
  'unknown-code': true,
  'slow-down': true,
  'room-set-aside': true,
};

/** A server that will not have a connection says why in the error's message. */
function goneReasonIn(error: Error): GoneReason | null {
  return error.message in GONE_REASONS ? (error.message as GoneReason) : null; // a key of the record above
}
