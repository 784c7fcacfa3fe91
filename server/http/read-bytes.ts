import type { Context } from 'hono';
import type { Answer } from './hall.ts';

/** A request's bytes as they are, counted while they come: what is too much is not even kept. */
export async function readBytes(context: Context, mostBytes: number): Promise<Answer<Uint8Array>> {
  if (Number(context.req.header('content-length') ?? 0) > mostBytes) return TOO_LARGE;
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of context.req.raw.body ?? []) {
    bytes += part.length;
    if (bytes > mostBytes) return TOO_LARGE;
    parts.push(part);
  }
  return { ok: true, value: Buffer.concat(parts) };
}

const TOO_LARGE = { ok: false, error: 'too-large' } as const;
