import * as v from 'valibot';
import { RECORDING_LIMITS } from '../recording/limits.ts';
import { languageSchema } from './http.ts';

/** Requests and answers about recordings: the library, its shelves, and the links that show one recording. */

const { titleCharacters, tags, tagCharacters, bookmarks, bookmarkCharacters } = RECORDING_LIMITS;

/** Every bound of what a teacher adds to a recording, with its unit. A label goes into its file, so those are the file's. */
export const LIBRARY_LIMITS = {
  titleCharacters,
  tags,
  tagCharacters,
  bookmarks,
  bookmarkCharacters,
  sharesPerRecording: 50,
  shareDaysMost: 3_650,
} as const;

/** A recording's own name, or a share's: 22 characters of base64url, drawn by the server. */
export const recordingIdSchema = v.pipe(v.string(), v.regex(/^[\w-]{22}$/u));

const version = v.pipe(v.number(), v.integer(), v.minValue(1));
const words = (mostCharacters: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(mostCharacters));

/** A moment worth finding again: what stood after the event of this version. */
export const bookmarkSchema = v.strictObject({ version, label: words(LIBRARY_LIMITS.bookmarkCharacters) });

/** A link that shows this one recording to whoever has it. Its secret was shown once and is not kept. */
export const shareSchema = v.object({
  id: v.string(),
  /** Milliseconds since 1970, as all times here. */
  createdAtMs: v.number(),
  expiresAtMs: v.nullable(v.number()),
});

/** What the library shows of a recording without opening it. */
export const recordingCardSchema = v.object({
  id: v.string(),
  source: v.picklist(['class', 'import']),
  /** `open`: the class is still playing. `damaged`: its last events were lost with a part of the file. */
  state: v.picklist(['open', 'ended', 'damaged']),
  title: v.nullable(v.string()),
  tags: v.array(v.string()),
  bookmarks: v.array(v.object({ version: v.number(), label: v.string() })),
  lesson: v.string(),
  language: languageSchema,
  startedAtMs: v.number(),
  durationMs: v.number(),
  rounds: v.number(),
  /** Students who ever had a seat; bots are counted by themselves. */
  seats: v.number(),
  bots: v.number(),
  /** Figures of the seen examples at the start and at the end; null where not even the first event was saved. */
  lossFirst: v.nullable(v.number()),
  lossLast: v.nullable(v.number()),
  accuracyLast: v.nullable(v.number()),
  hasNames: v.boolean(),
  shares: v.array(shareSchema),
  /** When it will be deleted for its age; null for one that is kept: an open class, or a server that keeps all. */
  deletedAtMs: v.nullable(v.number()),
});
export type RecordingCard = v.InferOutput<typeof recordingCardSchema>;

/** GET /api/recordings, with the teacher key; the newest first. */
export const recordingListSchema = v.object({ recordings: v.array(recordingCardSchema) });
export type RecordingList = v.InferOutput<typeof recordingListSchema>;

/** PATCH /api/recordings/:id. What is left out stays as it is. */
export const recordingPatchSchema = v.strictObject({
  title: v.optional(v.nullable(words(LIBRARY_LIMITS.titleCharacters))),
  tags: v.optional(v.pipe(v.array(words(LIBRARY_LIMITS.tagCharacters)), v.maxLength(LIBRARY_LIMITS.tags))),
  bookmarks: v.optional(v.pipe(v.array(bookmarkSchema), v.maxLength(LIBRARY_LIMITS.bookmarks))),
});
export type RecordingPatch = v.InferOutput<typeof recordingPatchSchema>;

/** POST /api/recordings/:id/shares. Null days: until it is taken back, or the recording is gone. */
export const shareWishSchema = v.strictObject({
  days: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIBRARY_LIMITS.shareDaysMost))),
});
export type ShareWish = v.InferOutput<typeof shareWishSchema>;

/** The share's secret, for its link's fragment: shown this once. */
export const newShareSchema = v.object({ id: v.string(), token: v.string() });
export type NewShare = v.InferOutput<typeof newShareSchema>;

/** POST /api/recordings/:id/continue: from what stood after the event of this version. The answer is a class's keys. */
export const continueSchema = v.strictObject({ version });
export type ContinueWish = v.InferOutput<typeof continueSchema>;

/** What the deletions answer with. */
export const doneSchema = v.object({ done: v.literal(true) });
export type Done = v.InferOutput<typeof doneSchema>;
