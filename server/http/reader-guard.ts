import type { Context } from 'hono';
import type { Answer } from './hall.ts';
import type { KeyGuard } from './key-guard.ts';
import type { Library, Reader } from './library.ts';
import { addressOf, type Env } from './visitor.ts';

/** As whom somebody reads a recording. Which recordings there are is not told to whoever may not. */
export async function readerOf(
  context: Context<Env>,
  id: string,
  { keys, library }: { readonly keys: KeyGuard; readonly library: Pick<Library, 'opens'> },
): Promise<Answer<Reader>> {
  const secret = keys.secretIn(context.req.header('authorization'));
  if (secret !== null && keys.isKey(secret)) return { ok: true, value: 'teacher' };
  if (secret !== null && (await library.opens(secret, id))) return { ok: true, value: 'share' };
  return keys.refuse(secret, addressOf(context));
}
