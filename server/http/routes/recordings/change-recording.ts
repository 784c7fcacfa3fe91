import type { Context } from 'hono';
import { isPlainText } from '../../../../shared/recording/plain-text.ts';
import { recordingPatchSchema, type RecordingPatch } from '../../../../shared/wire/recordings.ts';
import { answerWith, refuse } from '../../answer.ts';
import type { Library } from '../../library.ts';
import { readBody } from '../../read-body.ts';
import type { Env } from '../../visitor.ts';

/** PATCH /api/recordings/:id: title, tags, bookmarks, whichever are given. */
export function changeRecordingRoute(library: Library) {
  return async (context: Context<Env, '/recordings/:id'>): Promise<Response> => {
    const patch = await readBody(context, recordingPatchSchema);
    if (!patch.ok) return refuse(context, patch.error);
    // A file leaves out what readers would not take, so the shelf does not take it either.
    if (!textsIn(patch.value).every(isPlainText)) return refuse(context, 'unfit-text');
    return answerWith(context, await library.change(context.req.param('id'), patch.value));
  };
}

function textsIn({ title, tags = [], bookmarks = [] }: RecordingPatch): readonly string[] {
  return [title ?? '', ...tags, ...bookmarks.map(({ label }) => label)];
}
