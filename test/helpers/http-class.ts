import type { Lesson } from '../../shared/lessons/lesson.ts';
import type { SettingsPatch } from '../../shared/session/settings.ts';
import type { SessionKeys, TakenSeat } from '../../shared/wire/http.ts';
import { TEST_KEY } from './server-process.ts';

/** Opens a class over HTTP, as the teacher's page does. */
export async function openClass(
  url: string,
  settings: SettingsPatch = {},
  /** A built-in one by its id, or a whole one. */
  lesson: string | Lesson = 'pets',
): Promise<SessionKeys> {
  return post(`${url}/api/sessions`, { lesson, language: 'es', settings });
}

/** Takes one seat, as a phone does. */
export async function takeSeat(url: string, code: string): Promise<TakenSeat> {
  return post(`${url}/api/codes/${code}/seats`, { language: 'es' });
}

export async function post<T>(address: string, body: unknown): Promise<T> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { authorization: `Bearer ${TEST_KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T; // the caller names what this address answers with
}
