import { request } from 'node:http';
import type { SessionKeys, TakenSeat } from '../../shared/wire/http.ts';

/** A server, and the key to it. */
export type Door = { readonly url: string; readonly key: string };

export type Reply = { readonly status: number; readonly text: string; readonly ms: number };

export type Asking = {
  readonly key?: string;
  /** Where it says it comes from. */
  readonly from?: string;
  readonly json?: unknown;
  readonly body?: Uint8Array;
};

/** One request over a connection of its own; status 0 where the server hung up. */
export function ask({ url }: Door, method: string, path: string, asking: Asking = {}): Promise<Reply> {
  const { key, from, json } = asking;
  const body = json === undefined ? asking.body : Buffer.from(JSON.stringify(json));
  const headers = {
    ...(json === undefined ? {} : { 'content-type': 'application/json' }),
    ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    ...(from === undefined ? {} : { 'x-forwarded-for': from }),
    ...(body === undefined ? {} : { 'content-length': String(body.length) }),
  };
  const startMs = performance.now();
  return new Promise((done) => {
    const end = (status: number, text: string): void =>
      done({ status, text, ms: performance.now() - startMs });
    const asked = request(`${url}${path}`, { method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => end(response.statusCode ?? 0, text));
    });
    asked.on('error', () => end(0, ''));
    asked.end(body);
  });
}

export async function openClass(door: Door): Promise<SessionKeys> {
  const settings = { roundSeconds: null, closeRule: 'teacher', pace: { kind: 'manual' } };
  return must(await ask(door, 'POST', '/api/sessions', { key: door.key, json: { ...PETS, settings } }));
}

export async function takeSeat(door: Door, code: string, from?: string): Promise<TakenSeat> {
  return must(await join(door, code, from));
}

export function join(door: Door, code: string, from?: string): Promise<Reply> {
  const json = { language: 'en' };
  return ask(door, 'POST', `/api/codes/${code}/seats`, from === undefined ? { json } : { json, from });
}

const PETS = { lesson: 'pets', language: 'en' };

function must<Answer>({ status, text }: Reply): Answer {
  if (status !== 200) throw new Error(`the server answered ${status}: ${text}`);
  return JSON.parse(text) as Answer; // our own server's answer, whose shape its tests hold
}
