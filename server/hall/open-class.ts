import { randomInt } from 'node:crypto';
import { findLesson } from '../../shared/lessons/catalogue.ts';
import { readLesson, sessionSetup, type Lesson } from '../../shared/lessons/lesson.ts';
import { sessionId } from '../../shared/session/ids.ts';
import { openSession } from '../../shared/session/open-session.ts';
import type { SessionSetup } from '../../shared/session/setup.ts';
import type { CreateSession, SessionKeys } from '../../shared/wire/http.ts';
import { newId } from '../auth/new-id.ts';
import type { ServerClock } from '../clock.ts';
import type { Answer } from '../http/hall.ts';
import type { Catalogue } from '../journal/catalogue.ts';
import { INTAKE } from '../limits.ts';
import type { Registry } from '../room/registry.ts';
import { isPlaying } from '../room/room.ts';
import { giveKeys } from './keys.ts';
import { takeCode } from './take-code.ts';

export type OpenClassDeps = {
  readonly rooms: Registry;
  readonly catalogue: Catalogue;
  readonly clock: ServerClock;
  /** Whether there is no memory for anybody new. */
  readonly isFull: () => boolean;
};

/** Opens a class of a lesson. */
export async function openClass(wanted: CreateSession, deps: OpenClassDeps): Promise<Answer<SessionKeys>> {
  const lesson = wantedLesson(wanted);
  if (!lesson.ok) return lesson;
  const { language, settings } = wanted;
  return openClassWith(sessionSetup(lesson.value, { language, settings, seed: newSeed() }), deps);
}

/**
 * The server's own lesson of that id, or one that was sent, read by every rule of a lesson: nothing of it is believed.
 * It has a title, since an id alone would pass for one of the server's.
 */
function wantedLesson({ lesson }: CreateSession): Answer<Lesson> {
  if (typeof lesson === 'string') {
    const found = findLesson(lesson);
    return found === undefined ? { ok: false, error: 'unknown-lesson' } : { ok: true, value: found };
  }
  const read = readLesson(lesson);
  if ('problems' in read || read.lesson.title === undefined) return { ok: false, error: 'bad-lesson' };
  return { ok: true, value: read.lesson };
}

/** Opens a class of any setup. It exists once its code, its first fact and its keys are on disk. */
export async function openClassWith(setup: SessionSetup, deps: OpenClassDeps): Promise<Answer<SessionKeys>> {
  const { rooms, catalogue, clock, isFull } = deps;
  if (isFull()) return { ok: false, error: 'server-busy' };
  const playing = rooms.all().filter(isPlaying);
  if (playing.length >= INTAKE.openSession.perServer.liveMost)
    return { ok: false, error: 'too-many-sessions' };

  const id = sessionId(newId());
  const { lesson, language } = setup;
  const code = await takeCode(catalogue, id, clock);
  const room = await rooms.begin(id, openSession(setup, code));
  const keys = await giveKeys(catalogue, id, code);
  await catalogue.addSession({ id, lesson, language, createdAtMs: clock.wallMs() });
  rooms.admit(room);
  return { ok: true, value: keys };
}

/** Feeds the chance of a new class. */
export function newSeed(): number {
  return randomInt(2 ** 32);
}
