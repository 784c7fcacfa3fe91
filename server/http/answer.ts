import type { Context } from 'hono';
import type { HttpErrorCode } from '../../shared/wire/http.ts';
import type { Answer } from './hall.ts';

/** What was asked for as JSON, or the reason why not with the status that fits it. */
export function answerWith<T extends object>(context: Context, answer: Answer<T>): Response {
  if (answer.ok) return context.json(answer.value);
  return refuse(context, answer.error, answer.ms);
}

/** A refusal; `ms` is how long to wait, in the body and, in whole seconds, where browsers and proxies look for it. */
export function refuse(context: Context, error: HttpErrorCode, ms?: number): Response {
  if (ms === undefined) return context.json({ error }, statusOf(error));
  context.header('Retry-After', String(Math.max(1, Math.ceil(ms / 1_000))));
  return context.json({ error, ms }, statusOf(error));
}

type ErrorStatus = 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500 | 503;

function statusOf(error: HttpErrorCode): ErrorStatus {
  switch (error) {
    case 'malformed':
    case 'bad-number':
      return 400;
    case 'wrong-key':
      return 401;
    case 'not-allowed':
    case 'wrong-host':
    case 'removed':
    case 'muted':
    case 'not-owner':
    case 'not-let-in':
      return 403;
    case 'unknown-code':
    case 'unknown-lesson':
    case 'unknown-seat':
    case 'unknown-round':
    case 'unknown-parameter':
    case 'not-found':
      return 404;
    case 'already-done':
    case 'not-now':
    case 'session-locked':
    case 'session-full':
    case 'late':
    case 'enough-points':
    case 'plane-full':
    case 'too-few-points':
    case 'paused':
    case 'recording-open':
    case 'nothing-to-continue':
    case 'too-many-shares':
      return 409;
    case 'session-ended':
    case 'code-replaced':
      return 410;
    case 'too-large':
    case 'recording-too-large':
    case 'lesson-too-large':
      return 413;
    case 'bad-name':
    case 'not-a-recording':
    case 'recording-truncated':
    case 'recording-edited':
    case 'recording-too-new':
    case 'unfit-text':
    case 'bad-lesson':
      return 422;
    case 'slow-down':
      return 429;
    case 'failed':
      return 500;
    case 'store-full':
    case 'saving':
    case 'too-many-sessions':
    case 'server-busy':
      return 503;
  }
}
