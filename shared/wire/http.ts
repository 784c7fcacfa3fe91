import * as v from 'valibot';
import { LIMITS } from '../session/limits.ts';
import { REFUSAL_CODES } from '../session/refusals.ts';
import { settingsPatchSchema } from '../session/settings.ts';

/** Requests and answers of the HTTP API. Everything live travels by socket; this opens the door to it. */

export const languageSchema = v.picklist(['es', 'en']);
export type ClassLanguage = v.InferOutput<typeof languageSchema>;

/** Why a request was not done: a refusal of the class, or one of the door's own. */
export const HTTP_ERRORS = [
  ...REFUSAL_CODES,
  'recording-open', // its class has not ended
  'nothing-to-continue', // no stage had begun by then, or the recording has no such moment
  'too-many-shares',
  'not-a-recording',
  'recording-truncated',
  'recording-edited', // its digests do not fit what it holds, or what it holds makes no sense
  'recording-too-new', // written by a later version of this program
  'recording-too-large', // unpacked, or counted in events
  'unfit-text', // a title, a name or another text with markup or invisible signs
  'unknown-code',
  'code-replaced',
  'wrong-key', // the teacher key, or a token that opens nothing
  'unknown-lesson',
  'bad-lesson', // a lesson of one's own that breaks its rules
  'lesson-too-large',
  'too-many-sessions',
  'server-busy',
  'wrong-host', // a page of another site, or a name that is not this server's
  'too-large',
  'not-found',
  'failed', // a bug on our side
] as const;
export type HttpErrorCode = (typeof HTTP_ERRORS)[number];

/** `ms` is how long to wait, where waiting helps. */
export const httpErrorSchema = v.object({ error: v.picklist(HTTP_ERRORS), ms: v.optional(v.number()) });

/**
 * POST /api/sessions, with the teacher key. The lesson is the id of one that the server has, or a whole one: that is read
 * by its own schema where it is opened, which a phone that loads this file has no use for.
 */
export const createSessionSchema = v.strictObject({
  lesson: v.union([v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/u)), v.looseObject({})]),
  language: languageSchema,
  settings: v.optional(settingsPatchSchema),
});
export type CreateSession = v.InferOutput<typeof createSessionSchema>;

/** The keys to a session: of its console, and of its projector, which may only look. */
export const sessionKeysSchema = v.object({
  session: v.string(),
  code: v.string(),
  teacherToken: v.string(),
  screenToken: v.string(),
});
export type SessionKeys = v.InferOutput<typeof sessionKeysSchema>;

/** GET /api/sessions, with the teacher key: what one can go back into. */
export const openSessionsSchema = v.object({
  sessions: v.array(
    v.object({
      session: v.string(),
      code: v.string(),
      lesson: v.string(),
      language: languageSchema,
      /** Milliseconds since 1970. */
      createdAtMs: v.number(),
      seats: v.number(),
      rounds: v.number(),
    }),
  ),
});
export type OpenSessions = v.InferOutput<typeof openSessionsSchema>;
export type OpenSession = OpenSessions['sessions'][number];

/** GET /api/codes/:code. Looking at a code takes no place in the class. */
export const codeInfoSchema = v.object({
  state: v.picklist(['open', 'locked', 'full', 'ended', 'replaced']),
  lesson: v.string(),
  language: languageSchema,
  freeNames: v.boolean(),
});
export type CodeInfo = v.InferOutput<typeof codeInfoSchema>;

/** A nickname typed by somebody, or a pseudonym dealt by GET /api/pseudonym; neither: the server deals one. */
const typedName = v.pipe(v.string(), v.maxLength(LIMITS.nicknameCharacters * 4));

/** POST /api/codes/:code/seats. */
export const takeSeatSchema = v.strictObject({
  language: languageSchema,
  name: v.optional(typedName),
  pseudonym: v.optional(typedName),
  /** What somebody was called in this class whose device lost its key: the teacher gives the seat back, or not. */
  was: v.optional(typedName),
});
export type TakeSeat = v.InferOutput<typeof takeSeatSchema>;

export const takenSeatSchema = v.object({ seat: v.number(), token: v.string() });
export type TakenSeat = v.InferOutput<typeof takenSeatSchema>;

/** GET /api/pseudonym?language=es. */
export const pseudonymSchema = v.object({ name: v.string() });
export type PseudonymAnswer = v.InferOutput<typeof pseudonymSchema>;

/** GET /api/addresses: where phones find this server, the best first; none comes with its reason. */
export const addressesSchema = v.object({
  addresses: v.array(
    v.object({
      /** Without a path: `http://192.168.1.20:3000`. */
      url: v.string(),
      /** The network it belongs to, as the machine calls it: `wlan0`; null for the address the operator set. */
      network: v.nullable(v.string()),
    }),
  ),
  reason: v.nullable(v.picklist(['no-network', 'only-private'])),
});
export type Addresses = v.InferOutput<typeof addressesSchema>;
