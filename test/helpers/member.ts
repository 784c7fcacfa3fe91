import { io, type Socket } from 'socket.io-client';
import type { ScreenView, SeatView, StudentView, TeacherView } from '../../shared/projection/views.ts';
import type {
  Acknowledgement,
  ClockReading,
  DownMessages,
  DownName,
  GoneReason,
} from '../../shared/wire/down.ts';
import type { Handshake } from '../../shared/wire/handshake.ts';
import type { StudentIntent } from '../../shared/wire/student-intents.ts';
import type { TeacherIntent } from '../../shared/wire/teacher-intents.ts';
import { PROTOCOL_VERSION } from '../../shared/wire/version.ts';

type ViewOf = { readonly student: StudentView; readonly teacher: TeacherView; readonly screen: ScreenView };
export type MemberRole = keyof ViewOf;

/** A page of one role, played by a test over a real socket: it follows what it is sent, and keeps the raw text of it. */
export type Member<Role extends MemberRole> = {
  readonly role: Role;
  /** What the page calls itself. */
  readonly instance: string;
  readonly socket: Socket;
  /** The view as its frames have left it. */
  readonly view: () => ViewOf[Role];
  readonly seat: () => SeatView;
  readonly clock: () => ClockReading;
  readonly at: () => { readonly epoch: number; readonly version: number };
  readonly gone: () => GoneReason | null;
  readonly heard: readonly Heard[];
  /** Every text that came over the wire. */
  readonly raw: readonly string[];
  readonly gaps: () => number;
  readonly send: (intent: StudentIntent | TeacherIntent, seq?: number) => Promise<Acknowledgement>;
  /** Sends anything at all. */
  readonly sendRaw: (event: string, ...args: unknown[]) => void;
  readonly until: (what: string, is: (member: Member<Role>) => boolean, ms?: number) => Promise<void>;
  readonly close: () => void;
};

export type Heard = {
  [Name in DownName]: { readonly name: Name; readonly body: DownMessages[Name]; readonly atMs: number };
}[DownName];

export type MemberOptions<Role extends MemberRole> = {
  readonly url: string;
  readonly role: Role;
  readonly code: string;
  readonly token: string;
  readonly instance?: string;
  readonly known?: Handshake['known'];
  /** What the page has kept, at the version it says it knows. */
  readonly picture?: ViewOf[Role];
  readonly protocol?: number;
  readonly transports?: readonly ('websocket' | 'polling')[];
};

let instances = 0;

/** Connects, and does not wait. */
export function dial<Role extends MemberRole>(options: MemberOptions<Role>): Member<Role> {
  const { url, role, code, token, known = null, protocol = PROTOCOL_VERSION } = options;
  instances += 1;
  const instance = options.instance ?? `test-page-${process.pid}-${instances}`;
  const socket = io(url, {
    forceNew: true,
    reconnection: false,
    transports: [...(options.transports ?? ['websocket'])],
    // A browser's cookies, by which a proxy knows where a page that polls belongs.
    withCredentials: true,
    auth: { role, protocol, code, token, instance, known },
  });
  const heard: Heard[] = [];
  const raw: string[] = [];
  let view: ViewOf[Role] | null = options.picture ?? null;
  let seat: SeatView | null = null;
  let clock: ClockReading = { kind: 'off', ageMs: 0 };
  let at = { epoch: known?.epoch ?? 0, version: known?.version ?? 0 };
  let gone: GoneReason | null = null;
  let gaps = 0;
  let nextSeq = 1;

  socket.io.on('open', () => {
    socket.io.engine.on('packet', ({ data }: { data?: unknown }) => {
      if (typeof data === 'string') raw.push(data);
    });
  });
  socket.onAny((name: DownName, body: Heard['body']) => {
    heard.push({ name, body, atMs: performance.now() } as Heard); // names and bodies are those of the server's packets
    hear(heard[heard.length - 1]);
  });

  function hear(packet: Heard | undefined): void {
    switch (packet?.name) {
      case 'student-snapshot':
      case 'teacher-snapshot':
      case 'screen-snapshot':
        view = packet.body.view as ViewOf[Role]; // a socket is sent its own role's alone; a test checks that
        at = { epoch: packet.body.epoch, version: packet.body.version };
        clock = packet.body.clock;
        return;
      case 'student-frame':
      case 'teacher-frame':
      case 'screen-frame':
        if (packet.body.from !== at.version || packet.body.epoch !== at.epoch) gaps += 1;
        if (view !== null) view = { ...view, ...packet.body.changed };
        at = { epoch: packet.body.epoch, version: packet.body.version };
        clock = packet.body.clock;
        return;
      case 'seat':
        seat = packet.body.seat;
        return;
      case 'tick':
        clock = packet.body.clock;
        return;
      case 'waiting':
        return;
      case 'gone':
        gone = packet.body.reason;
        return;
      case undefined:
    }
  }

  const must = <T>(value: T | null, what: string): T => {
    if (value === null)
      throw new Error(`the ${role} has no ${what} yet${gone === null ? '' : `, it is gone: ${gone}`}`);
    return value;
  };
  const member: Member<Role> = {
    role,
    instance,
    socket,
    view: () => must(view, 'view'),
    seat: () => must(seat, 'seat'),
    clock: () => clock,
    at: () => at,
    gone: () => gone,
    heard,
    raw,
    gaps: () => gaps,
    send: (intent, seq) => {
      const number = seq ?? nextSeq;
      nextSeq = Math.max(nextSeq, number + 1);
      return new Promise((resolve) => {
        socket.emit('intent', { seq: number, intent }, resolve);
      });
    },
    sendRaw: (event, ...args) => void socket.emit(event, ...args),
    until: async (what, is, ms = 10_000) => {
      const deadline = performance.now() + ms;
      while (!isSafely(is, member)) {
        if (performance.now() > deadline) {
          const last = heard.slice(-5).map(({ name }) => name);
          throw new Error(
            `the ${role} never saw: ${what} (gone: ${gone ?? 'no'}; last heard: ${last.join(', ')})`,
          );
        }
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    close: () => void socket.disconnect(),
  };
  return member;
}

/** Connects and waits for the first picture. */
export async function enter<Role extends MemberRole>(options: MemberOptions<Role>): Promise<Member<Role>> {
  const member = dial(options);
  await member.until('a picture of the class, or why there is none', ({ heard }) =>
    heard.some(
      ({ name }) =>
        name.endsWith('-snapshot') || name === 'gone' || (options.known !== undefined && name === 'tick'),
    ),
  );
  return member;
}

/** What cannot be looked at yet is not so yet. */
function isSafely<Role extends MemberRole>(
  is: (member: Member<Role>) => boolean,
  member: Member<Role>,
): boolean {
  try {
    return is(member);
  } catch {
    return false;
  }
}
