import type { Context } from 'hono';
import * as v from 'valibot';
import type { Answer } from './hall.ts';

/**
 * The request's JSON, checked and built anew by its schema. Only declared as JSON: a form of another site cannot
 * send that without asking first.
 */
export async function readBody<Schema extends v.GenericSchema>(
  context: Context,
  schema: Schema,
): Promise<Answer<v.InferOutput<Schema>>> {
  if (!/^application\/json\b/iu.test(context.req.header('content-type') ?? '')) return MALFORMED;
  const parsed = v.safeParse(schema, parseJson(await context.req.text()));
  return parsed.success ? { ok: true, value: parsed.output } : MALFORMED;
}

const MALFORMED = { ok: false, error: 'malformed' } as const;

/** Undefined for a text that is no JSON, or that names a prototype: no schema takes that for anything. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, (key: string, value: unknown) => {
      if (key === '__proto__') throw new SyntaxError('a key that is no data');
      return value;
    });
  } catch {
    return undefined;
  }
}
