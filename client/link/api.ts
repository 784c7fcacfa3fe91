import {
  addressesSchema,
  codeInfoSchema,
  openSessionsSchema,
  pseudonymSchema,
  sessionKeysSchema,
  takenSeatSchema,
  type Addresses,
  type CodeInfo,
  type CreateSession,
  type OpenSessions,
  type PseudonymAnswer,
  type SessionKeys,
  type TakenSeat,
  type TakeSeat,
} from '../../shared/wire/http.ts';
import type { Language } from '../text/language.ts';
import { healthSchema, type HealthReading } from '../../shared/wire/health.ts';
import { ask, type ApiResult } from './ask.ts';

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

/** How the server fares, told to a console. */
export function findHealth(token: string): Promise<ApiResult<HealthReading>> {
  return ask(healthSchema, '/api/health', { key: token });
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
