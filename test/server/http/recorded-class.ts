import * as v from 'valibot';
import { expect } from 'vitest';
import {
  httpErrorSchema,
  sessionKeysSchema,
  type CreateSession,
  type SessionKeys,
} from '../../../shared/wire/http.ts';
import {
  recordingCardSchema,
  recordingListSchema,
  type RecordingCard,
} from '../../../shared/wire/recordings.ts';
import type { Actor, Command } from '../../../shared/session/commands.ts';
import { seatNumber, sessionId } from '../../../shared/session/ids.ts';
import { runningRound } from '../../../shared/session/state.ts';
import type { Room } from '../../../server/room/room.ts';
import { KEY, type Door, type Reply } from './http-door.ts';

const TEACHER: Actor = { role: 'teacher' };

/** A class of two students and three bots that has played two rounds of its first stage. */
export type PlayedClass = { readonly keys: SessionKeys; readonly room: Room; readonly id: string };

export async function playClass(
  door: Door,
  { end = true, lesson = 'xor' }: { readonly end?: boolean; readonly lesson?: CreateSession['lesson'] } = {},
): Promise<PlayedClass> {
  const json = { lesson, language: 'es', settings: { closeRule: 'teacher' } };
  const keys = read(sessionKeysSchema, await door.ask('POST', '/api/sessions', { key: KEY, json }));
  const room = door.rooms.find(sessionId(keys.session));
  if (room === undefined) throw new Error('a class was opened that has no room');
  const must = async (actor: Actor, command: Command): Promise<void> => {
    const answer = await room.submit(actor, command);
    if (!answer.ok) throw new Error(`${command.kind} was refused: ${answer.refusal.code}`);
  };
  const state = () => room.standing().state;
  for (const seat of [1, 2]) {
    await door.ask('POST', `/api/codes/${keys.code}/seats`, { json: { language: 'es' } });
    await must({ role: 'room' }, { kind: 'seat-connected', seat: seatNumber(seat) });
  }
  const bots = [1, 2, 3].map((bot) => ({
    name: { name: `Bot ${bot}`, free: false },
    bot: { kind: 'probing', wrong: 0 } as const,
  }));
  await must(TEACHER, { kind: 'fill-with-bots', bots });
  await must(TEACHER, { kind: 'next', expected: state().serial });
  for (const round of [1, 2]) {
    while (runningRound(state())?.id !== round || runningRound(state())?.phase.kind !== 'adjust') {
      door.clock.advance(1_000);
      await must(TEACHER, { kind: 'next', expected: state().serial });
    }
  }
  if (end) await endClass(door, room);
  return { keys, room, id: keys.session };
}

/** Ends a class and waits until the library has heard of it. */
export async function endClass(door: Door, room: Room): Promise<void> {
  await room.submit(TEACHER, { kind: 'end-session' });
  while ((await door.store.catalogue.recording(room.session))?.summary === null) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export function read<Schema extends v.GenericSchema>(schema: Schema, reply: Reply): v.InferOutput<Schema> {
  expect(reply.status, reply.text).toBe(200);
  return v.parse(schema, JSON.parse(reply.text));
}

export function errorOf(reply: Reply): readonly [number, string] {
  return [reply.status, v.parse(httpErrorSchema, JSON.parse(reply.text)).error];
}

export async function listCards(door: Door): Promise<readonly RecordingCard[]> {
  return read(recordingListSchema, await door.ask('GET', '/api/recordings', { key: KEY })).recordings;
}

export async function cardOf(door: Door, id: string): Promise<RecordingCard | undefined> {
  return (await listCards(door)).find((card) => card.id === id);
}

export function bringIn(door: Door, file: Uint8Array): Promise<Reply> {
  const headers = { 'content-type': 'application/gzip' };
  return door.ask('POST', '/api/recordings', { key: KEY, body: file, headers });
}

/** Brings a file in that is good. */
export async function imported(door: Door, file: Uint8Array): Promise<RecordingCard> {
  return read(recordingCardSchema, await bringIn(door, file));
}
