import { RECORDING_LIMITS } from '../../shared/recording/limits.ts';
import {
  doneSchema,
  newShareSchema,
  recordingCardSchema,
  recordingListSchema,
  type ContinueWish,
  type Done,
  type NewShare,
  type RecordingCard,
  type RecordingList,
  type RecordingPatch,
  type ShareWish,
} from '../../shared/wire/recordings.ts';
import { sessionKeysSchema, type SessionKeys } from '../../shared/wire/http.ts';
import type { Language } from '../text/language.ts';
import { ask, askForFile, type ApiResult, type OnReceived } from './ask.ts';
import { sendFile } from './send-file.ts';

/** Files are large and schools' lines are slow. */
const FILE_TIMEOUT_MS = 120_000;

const LIBRARY = '/api/recordings';

export function listRecordings(key: string): Promise<ApiResult<RecordingList>> {
  return ask(recordingListSchema, LIBRARY, { key });
}

/** The file of a recording. `key` is the teacher key or a share's token; names come with the teacher key alone. */
export function readRecording(
  key: string,
  id: string,
  names: boolean,
  onreceived?: OnReceived,
): Promise<ApiResult<Blob>> {
  const path = `${pathOf(id)}${names ? '?names=1' : ''}`;
  return askForFile(path, 'application/gzip', { key, timeoutMs: FILE_TIMEOUT_MS }, onreceived);
}

/** Player and recording in one HTML file that needs no server. */
export function readPlayer(
  key: string,
  id: string,
  { names, language }: { readonly names: boolean; readonly language: Language },
): Promise<ApiResult<Blob>> {
  const path = `${pathOf(id)}/player?language=${language}${names ? '&names=1' : ''}`;
  return askForFile(path, 'text/html', { key, timeoutMs: FILE_TIMEOUT_MS });
}

/**
 * Takes a file into the library. `onsent` hears the share of it that has gone; at 1 the server checks it. What the
 * server would not read to its end is not sent: a connection that it closes in the middle could not say why.
 */
export async function importRecording(
  key: string,
  file: Blob,
  onsent: (share: number) => void,
): Promise<ApiResult<RecordingCard>> {
  if (file.size > RECORDING_LIMITS.fileBytes) return { ok: false, error: 'too-large', ms: null };
  return sendFile(recordingCardSchema, LIBRARY, { key, file, timeoutMs: FILE_TIMEOUT_MS, onsent });
}

export function changeRecording(
  key: string,
  id: string,
  patch: RecordingPatch,
): Promise<ApiResult<RecordingCard>> {
  return ask(recordingCardSchema, pathOf(id), { key, body: patch, method: 'PATCH' });
}

export function deleteRecording(key: string, id: string): Promise<ApiResult<Done>> {
  return ask(doneSchema, pathOf(id), { key, method: 'DELETE' });
}

/** Deletes the names and leaves the recording whole. */
export function deleteRecordedNames(key: string, id: string): Promise<ApiResult<Done>> {
  return ask(doneSchema, `${pathOf(id)}/names`, { key, method: 'DELETE' });
}

export function shareRecording(key: string, id: string, wish: ShareWish): Promise<ApiResult<NewShare>> {
  return ask(newShareSchema, `${pathOf(id)}/shares`, { key, body: wish });
}

export function takeBackShare(key: string, id: string, share: string): Promise<ApiResult<Done>> {
  return ask(doneSchema, `${pathOf(id)}/shares/${encodeURIComponent(share)}`, { key, method: 'DELETE' });
}

/** Opens a new class that starts where a recording stood. */
export function continueRecording(
  key: string,
  id: string,
  wish: ContinueWish,
): Promise<ApiResult<SessionKeys>> {
  return ask(sessionKeysSchema, `${pathOf(id)}/continue`, { key, body: wish });
}

function pathOf(id: string): string {
  return `${LIBRARY}/${encodeURIComponent(id)}`;
}
