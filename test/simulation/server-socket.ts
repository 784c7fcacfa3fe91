import type { Socket } from 'socket.io';
import type { Acknowledgement } from '../../shared/wire/down.ts';
import type { Air } from './air.ts';

/** The server's end of a connection: as much of socket.io's socket as the server's own code touches. */
export type ServerSocket = {
  readonly id: string;
  /** What `server/net` gets to hold. */
  readonly socket: Socket;
  readonly isOpen: () => boolean;
  readonly channels: ReadonlySet<string>;
  /** Sends a text that was encoded once for many. */
  readonly send: (name: string, text: string) => void;
  /** An intent came in. */
  readonly receive: (raw: unknown, answer: (answer: Acknowledgement) => void) => void;
  /** It is over: the server is told so, once. */
  readonly end: () => void;
  /** What the transport has not taken yet: states that went to everybody, and characters of anything. */
  readonly unsent: () => { readonly states: number; readonly bytes: number };
};

type Listener = (...given: never[]) => void;

export type Outgoing = {
  /** On its way to the client. */
  readonly carry: (name: string, text: string) => void;
  /** The server hangs up once everything before is on its way. */
  readonly hangUp: () => void;
};

export function createServerSocket(id: string, air: Air, out: Outgoing): ServerSocket {
  const listeners = new Map<string, Listener[]>();
  const engine = new Map<string, Listener[]>();
  const channels = new Set<string>();
  const waiting: { readonly name: string; readonly text: string; readonly toAll: boolean }[] = [];
  let any: (...given: readonly unknown[]) => void = () => undefined;
  let isOpen = true;

  const add = (to: Map<string, Listener[]>, event: string, listener: Listener): void => {
    to.set(event, [...(to.get(event) ?? []), listener]);
  };
  const tell = (those: Map<string, Listener[]>, event: string, ...given: readonly unknown[]): void => {
    for (const listener of those.get(event) ?? [])
      (listener as (...all: readonly unknown[]) => void)(...given);
  };

  function send(name: string, text: string, toAll: boolean): void {
    if (!isOpen) return;
    tell(engine, 'packetCreate', { data: text });
    waiting.push({ name, text, toAll });
    drain();
  }

  /** The engine hands over all it has as soon as its transport is free, and says so. */
  function drain(): void {
    if (!isOpen || waiting.length === 0 || air.condition().clogged) return;
    for (const { name, text } of waiting.splice(0)) out.carry(name, text);
    tell(engine, 'drain');
  }

  function end(): void {
    if (!isOpen) return;
    isOpen = false;
    ignore();
    channels.clear();
    waiting.length = 0;
    tell(listeners, 'disconnect');
  }

  function disconnect(): void {
    if (!isOpen) return;
    drain();
    out.hangUp();
    end();
  }

  const ignore = air.onchange(drain);
  const socket = {
    id,
    get connected() {
      return isOpen;
    },
    conn: {
      on: (event: string, listener: Listener) => add(engine, event, listener),
      off: () => undefined,
      close: disconnect,
    },
    on: (event: string, listener: Listener) => add(listeners, event, listener),
    once: (event: string, listener: Listener) => add(listeners, event, listener),
    onAny: (listener: typeof any) => {
      any = listener;
    },
    emit: (name: string, body: unknown) => send(name, JSON.stringify(body), false),
    join: (channel: string) => channels.add(channel),
    leave: (channel: string) => channels.delete(channel),
    disconnect,
  };

  return {
    id,
    socket: socket as unknown as Socket, // a double: the members above are all that server/net uses of it
    isOpen: () => isOpen,
    channels,
    send: (name, text) => send(name, text, true),
    receive: (raw, answer) => {
      if (isOpen) any('intent', raw, answer);
    },
    end,
    unsent: () => ({
      states: waiting.filter(({ toAll }) => toAll).length,
      bytes: waiting.reduce((sum, { text }) => sum + text.length, 0),
    }),
  };
}
