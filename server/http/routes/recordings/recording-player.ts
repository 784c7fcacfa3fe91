import type { Context } from 'hono';
import * as v from 'valibot';
import { languageSchema, type ClassLanguage } from '../../../../shared/wire/http.ts';
import { refuse } from '../../answer.ts';
import type { KeyGuard } from '../../key-guard.ts';
import type { Library } from '../../library.ts';
import { readerOf } from '../../reader-guard.ts';
import type { Env } from '../../visitor.ts';

export type PlayerDeps = {
  readonly library: Library;
  readonly keys: KeyGuard;
  /** The player as one HTML file with a place for a recording; null where it has not been built. */
  readonly template: () => string | null;
};

/** GET /api/recordings/:id/player?names=1&language=es: player and recording in one file that needs no server. */
export function recordingPlayerRoute({ library, keys, template }: PlayerDeps) {
  return async (context: Context<Env, '/recordings/:id/player'>): Promise<Response> => {
    const id = context.req.param('id');
    const reader = await readerOf(context, id, { keys, library });
    if (!reader.ok) return refuse(context, reader.error, reader.ms);
    const language = v.safeParse(v.optional(languageSchema), context.req.query('language'));
    if (!language.success) return refuse(context, 'malformed');
    const [before, after] = template()?.split(PLACE) ?? [];
    if (before === undefined || after === undefined) return refuse(context, 'not-found');
    const file = await library.file(id, reader.value, context.req.query('names') === '1');
    if (!file.ok) return refuse(context, file.error);
    context.header('Content-Type', 'text/html; charset=utf-8');
    context.header('Content-Disposition', `attachment; filename="${file.value.name}.html"`);
    const recording = Buffer.from(file.value.bytes).toString('base64');
    return context.body(`${before}${opening(language.output)}${recording}</script>${after}`);
  };
}

/** Where the built player has room for the recording. A browser runs nothing of this type. */
const PLACE = '<script type="application/octet-stream" id="recording"></script>';

function opening(language: ClassLanguage | undefined): string {
  const spoken = language === undefined ? '' : ` data-language="${language}"`;
  return `<script type="application/octet-stream" id="recording"${spoken}>`;
}
