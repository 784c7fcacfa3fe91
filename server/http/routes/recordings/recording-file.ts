import type { Context } from 'hono';
import { refuse } from '../../answer.ts';
import type { KeyGuard } from '../../key-guard.ts';
import type { Library } from '../../library.ts';
import { readerOf } from '../../reader-guard.ts';
import type { Env } from '../../visitor.ts';

/** GET /api/recordings/:id?names=1: the file, with the class's names for whoever has the key and asks for them. */
export function recordingFileRoute(library: Library, keys: KeyGuard) {
  return async (context: Context<Env, '/recordings/:id'>): Promise<Response> => {
    const id = context.req.param('id');
    const reader = await readerOf(context, id, { keys, library });
    if (!reader.ok) return refuse(context, reader.error, reader.ms);
    const file = await library.file(id, reader.value, context.req.query('names') === '1');
    if (!file.ok) return refuse(context, file.error);
    context.header('Content-Type', 'application/gzip');
    context.header('Content-Disposition', `attachment; filename="${file.value.name}.json.gz"`);
    return context.body(file.value.bytes);
  };
}
