import * as v from 'valibot';
import { STAGE_KINDS } from '../session/stages.ts';
import { RECORDING_LIMITS } from './limits.ts';
import { plainText } from './plain-text.ts';
import * as part from './schema-parts.ts';
import { network } from './setup-schema.ts';

/** The lines at both ends of a recording (docs/recording.md). */

const stageKind = v.picklist(STAGE_KINDS);
const milliseconds = v.pipe(v.number(), v.finite());
const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/u));
const hex = (bytes: number) => v.pipe(v.string(), v.length(2 * bytes), v.regex(/^[0-9a-f]+$/u));
const digest = hex(32);

/** The first line: all of it that can be said before anything else is known. */
export const formatLineSchema = v.strictObject({
  descenso: v.literal('recording'),
  format: part.ordinal,
  /** Packed length of the member that follows. */
  head: part.ordinal,
});

export const labelSchema = v.strictObject({
  title: v.nullable(plainText(RECORDING_LIMITS.titleCharacters)),
  tags: v.pipe(
    v.array(plainText(RECORDING_LIMITS.tagCharacters)),
    v.maxLength(RECORDING_LIMITS.tags),
    v.readonly(),
  ),
  bookmarks: v.pipe(
    v.array(v.strictObject({ version: part.ordinal, label: plainText(RECORDING_LIMITS.bookmarkCharacters) })),
    v.maxLength(RECORDING_LIMITS.bookmarks),
    v.readonly(),
  ),
  names: v.nullable(
    v.pipe(
      v.array(v.strictObject({ seat: part.seat, name: plainText(RECORDING_LIMITS.nameCharacters) })),
      v.readonly(),
    ),
  ),
});

/** What a session is, by its own events, and what people wrote about it. */
export const headerLineSchema = v.strictObject({
  header: v.strictObject({
    format: part.ordinal,
    session: id,
    lesson: part.lessonName,
    language: v.picklist(['es', 'en']),
    startedAtMs: milliseconds,
    endedAtMs: v.nullable(milliseconds),
    events: part.ordinal,
    origin: v.nullable(
      v.strictObject({ recording: id, version: part.ordinal, round: v.nullable(part.ordinal) }),
    ),
    ...labelSchema.entries,
  }),
});

/** Where a block is and what it holds. */
const blockEntry = v.strictObject({
  /** Packed and unpacked length. */
  bytes: part.ordinal,
  textBytes: part.ordinal,
  /** Version of its first event, how many it has, and when the first was decided. */
  first: part.ordinal,
  events: v.pipe(part.ordinal, v.maxValue(RECORDING_LIMITS.eventsPerBlock)),
  atMs: milliseconds,
  /** SHA-256 of the packed block, so that nothing is unpacked that was not written so. */
  digest,
});
export type BlockEntry = v.InferOutput<typeof blockEntry>;

export const indexLineSchema = v.strictObject({
  blocks: v.pipe(v.array(blockEntry), v.minLength(1), v.readonly()),
});

const summary = v.strictObject({
  rounds: part.whole,
  seats: part.whole,
  bots: part.whole,
  durationMs: v.pipe(milliseconds, v.minValue(0)),
  lossFirst: part.finite,
  lossLast: part.finite,
  accuracyFirst: part.share,
  accuracyLast: part.share,
  stages: v.pipe(v.array(stageKind), v.readonly()),
});

/** Which rules the rest of the head and the keyframes were worked out by: readable whatever those were. */
export const rulesLineSchema = v.object({ derived: v.object({ stateVersion: part.ordinal }) });

export const derivedLineSchema = v.strictObject({
  derived: v.strictObject({
    stateVersion: part.ordinal,
    summary,
    /** The networks that the timeline's points name by their place here. */
    networks: v.pipe(v.array(network), v.maxLength(1_000), v.readonly()),
  }),
});

export const endLineSchema = v.strictObject({
  end: v.strictObject({
    /** Of the last event: the journal's chain. */
    chain: digest,
    /** Over the lines of the head and the chain's end; the blocks' digests are among those lines. */
    digest,
    seal: v.nullable(v.strictObject({ publicKey: hex(32), signature: hex(64) })),
  }),
});
