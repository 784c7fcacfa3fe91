import * as v from 'valibot';

const instance = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,32}$/u));
const token = v.pipe(v.string(), v.maxLength(64));
const code = v.pipe(v.string(), v.maxLength(16));

/** Which of its page's connections this is, from 1: of two of one page the higher is the newer. */
const dial = v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0);

/** What the client already has of the session, so that only the rest need travel. */
export const knownSchema = v.nullable(
  v.strictObject({
    epoch: v.pipe(v.number(), v.integer(), v.minValue(0)),
    version: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
);

/** The auth payload of a connection. Tokens travel here and nowhere else. */
export const handshakeSchema = v.variant('role', [
  v.strictObject({
    role: v.literal('student'),
    protocol: v.number(),
    code,
    token,
    instance,
    dial,
    known: knownSchema,
  }),
  v.strictObject({
    role: v.literal('teacher'),
    protocol: v.number(),
    code,
    token,
    instance,
    dial,
    known: knownSchema,
  }),
  v.strictObject({
    role: v.literal('screen'),
    protocol: v.number(),
    code,
    token,
    instance,
    dial,
    known: knownSchema,
  }),
]);
export type Handshake = v.InferInput<typeof handshakeSchema>;
