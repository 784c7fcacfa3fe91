import type * as v from 'valibot';
import { errorIn, UNREACHABLE, valueIn, type ApiResult } from './ask.ts';

export type SendOptions = {
  readonly key: string;
  readonly file: Blob;
  readonly timeoutMs: number;
  /** The share of the bytes that have gone, 0 … 1. */
  readonly onsent: (share: number) => void;
};

/** Posts a file and tells how much of it has gone, which `fetch` cannot say. */
export function sendFile<Value>(
  schema: v.GenericSchema<unknown, Value>,
  path: string,
  { key, file, timeoutMs, onsent }: SendOptions,
): Promise<ApiResult<Value>> {
  const request = new XMLHttpRequest();
  request.open('POST', path);
  request.timeout = timeoutMs;
  request.setRequestHeader('authorization', `Bearer ${key}`);
  request.setRequestHeader('content-type', 'application/gzip');
  request.upload.addEventListener('progress', ({ loaded, total }) => onsent(total > 0 ? loaded / total : 1));
  return new Promise((resolve) => {
    // Comes after every end, the bad ones too; their status is 0.
    request.addEventListener('loadend', () => resolve(answerOf(schema, request)));
    request.send(file);
  });
}

function answerOf<Value>(
  schema: v.GenericSchema<unknown, Value>,
  { status, responseText }: XMLHttpRequest,
): ApiResult<Value> {
  try {
    const body: unknown = JSON.parse(responseText);
    return status >= 200 && status < 300 ? valueIn(schema, body) : errorIn(body);
  } catch {
    return UNREACHABLE;
  }
}
