import * as v from 'valibot';
import {
  addressesSchema,
  codeInfoSchema,
  httpErrorSchema,
  openSessionsSchema,
  pseudonymSchema,
  sessionKeysSchema,
  takenSeatSchema,
  type Addresses,
  type CodeInfo,
  type CreateSession,
  type HttpErrorCode,
  type OpenSessions,
  type PseudonymAnswer,
  type SessionKeys,
  type TakenSeat,
  type TakeSeat,
} from '../../shared/wire/http.ts';
import type { Language } from '../text/language.ts';

/** What a request came to. `unreachable`: no answer, or none of this server's. */
export type ApiResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: ApiError; readonly ms: number | null };
export type ApiError = HttpErrorCode | 'unreachable';

const TIMEOUT_MS = 8_000;

/** Looks at a code. It takes no place in the class. */
export function lookAtCode(code: string): Promise<ApiResult<CodeInfo>> {
  return ask(codeInfoSchema, `/api/codes/${encodeURIComponent(code)}`);
}

export function takeSeat(code: string, wanted: TakeSeat): Promise<ApiResult<TakenSeat>> {
  return ask(takenSeatSchema, `/api/codes/${encodeURIComponent(code)}/seats`, { body: wanted });
}

export function dealPseudonym(language: Language): Promise<ApiResult<PseudonymAnswer>> {
  return ask(pseudonymSchema, `/api/pseudonym?language=${language}`);
}

/** Where phones find this server, told to a console or a projector. */
export function findAddresses(token: string): Promise<ApiResult<Addresses>> {
  return ask(addressesSchema, '/api/addresses', { key: token });
}

export function createSession(key: string, wanted: CreateSession): Promise<ApiResult<SessionKeys>> {
  return ask(sessionKeysSchema, '/api/sessions', { key, body: wanted });
}

export function listSessions(key: string): Promise<ApiResult<OpenSessions>> {
  return ask(openSessionsSchema, '/api/sessions', { key });
}

/** New keys to an open session, for whoever holds the teacher key. */
export function teacherKeys(key: string, code: string): Promise<ApiResult<SessionKeys>> {
  return ask(sessionKeysSchema, `/api/sessions/${encodeURIComponent(code)}/teacher`, { key, body: {} });
}

type Extras = { readonly key?: string; readonly body?: object };

/** With a body it is a POST. Answers are checked: a captive portal answers 200 with a page of its own. */
async function ask<Value>(
  schema: v.GenericSchema<unknown, Value>,
  path: string,
  extras: Extras = {},
): Promise<ApiResult<Value>> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(path, { ...requestOf(extras), signal: abort.signal });
    const body: unknown = await response.json();
    return response.ok ? valueIn(schema, body) : errorIn(body);
  } catch {
    return UNREACHABLE;
  } finally {
    clearTimeout(timer);
  }
}

const UNREACHABLE = { ok: false, error: 'unreachable', ms: null } as const;

function requestOf({ key, body }: Extras): RequestInit {
  const headers: Record<string, string> = {};
  if (key !== undefined) headers['authorization'] = `Bearer ${key}`;
  if (body === undefined) return { headers };
  headers['content-type'] = 'application/json';
  return { method: 'POST', headers, body: JSON.stringify(body) };
}

function valueIn<Value>(schema: v.GenericSchema<unknown, Value>, body: unknown): ApiResult<Value> {
  const parsed = v.safeParse(schema, body);
  return parsed.success ? { ok: true, value: parsed.output } : UNREACHABLE;
}

function errorIn(body: unknown): ApiResult<never> {
  const parsed = v.safeParse(httpErrorSchema, body);
  return parsed.success
    ? { ok: false, error: parsed.output.error, ms: parsed.output.ms ?? null }
    : UNREACHABLE;
}
