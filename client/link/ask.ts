import * as v from 'valibot';
import { httpErrorSchema, type HttpErrorCode } from '../../shared/wire/http.ts';

/** What a request came to. `unreachable`: no answer, or none of this server's. */
export type ApiResult<Value> = { readonly ok: true; readonly value: Value } | ApiFailure;
export type ApiError = HttpErrorCode | 'unreachable';

export type ApiFailure = { readonly ok: false; readonly error: ApiError; readonly ms: number | null };

export type Extras = {
  /** With a body it is a POST unless this says otherwise. */
  readonly method?: 'POST' | 'PATCH' | 'DELETE';
  /** The teacher key, or a token. */
  readonly key?: string;
  readonly body?: object;
  readonly timeoutMs?: number;
};

const TIMEOUT_MS = 8_000;

/** Asks for JSON. Answers are checked: a captive portal answers 200 with a page of its own. */
export function ask<Value>(
  schema: v.GenericSchema<unknown, Value>,
  path: string,
  extras: Extras = {},
): Promise<ApiResult<Value>> {
  return send(path, extras, async (response) => valueIn(schema, await response.json()));
}

/** The share of a file that has come, 0 … 1; null where the server does not say how much there is. */
export type OnReceived = (share: number | null) => void;

/** Asks for a file of a type that a captive portal's page does not have. */
export function askForFile(
  path: string,
  type: string,
  extras: Extras = {},
  onreceived: OnReceived = () => undefined,
): Promise<ApiResult<Blob>> {
  return send(path, extras, async (response) =>
    response.headers.get('content-type')?.startsWith(type) === true
      ? { ok: true, value: await fileIn(response, onreceived) }
      : UNREACHABLE,
  );
}

async function fileIn({ body, headers }: Response, onreceived: OnReceived): Promise<Blob> {
  const total = Number(headers.get('content-length') ?? 0);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let received = 0;
  const reader = body?.getReader();
  for (let next = await reader?.read(); next?.done === false; next = await reader?.read()) {
    parts.push(next.value);
    received += next.value.length;
    onreceived(total > 0 ? Math.min(1, received / total) : null);
  }
  return new Blob(parts);
}

async function send<Value>(
  path: string,
  extras: Extras,
  read: (response: Response) => Promise<ApiResult<Value>>,
): Promise<ApiResult<Value>> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), extras.timeoutMs ?? TIMEOUT_MS);
  try {
    const response = await fetch(path, { ...requestOf(extras), signal: abort.signal });
    return response.ok ? await read(response) : errorIn(await response.json());
  } catch {
    return UNREACHABLE;
  } finally {
    clearTimeout(timer);
  }
}

export const UNREACHABLE = { ok: false, error: 'unreachable', ms: null } as const;

function requestOf({ key, body, method }: Extras): RequestInit {
  const headers: Record<string, string> = {};
  if (key !== undefined) headers['authorization'] = `Bearer ${key}`;
  if (body === undefined) return { headers, method: method ?? 'GET' };
  headers['content-type'] = 'application/json';
  return { method: method ?? 'POST', headers, body: JSON.stringify(body) };
}

/** The answer, if it is one of this server's. */
export function valueIn<Value>(schema: v.GenericSchema<unknown, Value>, body: unknown): ApiResult<Value> {
  const parsed = v.safeParse(schema, body);
  return parsed.success ? { ok: true, value: parsed.output } : UNREACHABLE;
}

/** Why not, if it is this server that says so. */
export function errorIn(body: unknown): ApiFailure {
  const parsed = v.safeParse(httpErrorSchema, body);
  return parsed.success
    ? { ok: false, error: parsed.output.error, ms: parsed.output.ms ?? null }
    : UNREACHABLE;
}
