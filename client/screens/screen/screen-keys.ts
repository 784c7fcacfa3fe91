import * as v from 'valibot';
import type { KeyValue } from '../../state/storage.ts';
import type { ScreenPlace } from './screen-place.ts';

const keptSchema = v.object({ token: v.nullable(v.string()), address: v.nullable(v.string()) });

/** What a projector must still know after a reload, when its address no longer says it. */
type Kept = v.InferOutput<typeof keptSchema>;

const NOTHING: Kept = { token: null, address: null };
const keyOf = (code: string): string => `descenso-screen-${code}`;

/** Keeps the read-only token on this machine: the address bar is projected too, and should not show it. */
export function keepScreenKey(storage: KeyValue, { code, token, address }: ScreenPlace): void {
  storage.setItem(keyOf(code), JSON.stringify({ token, address } satisfies Kept));
}

/** What was kept for a code, or nothing. */
export function recallScreenKey(storage: KeyValue, code: string): Kept {
  const parsed = v.safeParse(keptSchema, parseJson(storage.getItem(keyOf(code))));
  return parsed.success ? parsed.output : NOTHING;
}

function parseJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
