import * as v from 'valibot';
import { lessonSchema, type Lesson } from '../../../../shared/lessons/lesson.ts';
import type { KeyValue } from '../../../state/storage.ts';

const keptSchema = v.object({
  /** The id of one of ours, or a whole lesson. */
  lesson: v.union([v.string(), lessonSchema]),
  seconds: v.number(),
  freeNames: v.boolean(),
  size: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)),
});

/** How a teacher opened a class the last time. */
export type LastUsed = {
  readonly lesson: string | Lesson;
  readonly seconds: number;
  readonly freeNames: boolean;
  readonly size: number;
};

const KEY = 'descenso-last-lesson';

/** What this device remembers; null where there is nothing, or nothing that this version can open. */
export function readLastUsed(storage: KeyValue): LastUsed | null {
  const written = storage.getItem(KEY);
  if (written === null) return null;
  try {
    const read = v.safeParse(keptSchema, JSON.parse(written));
    return read.success ? read.output : null;
  } catch {
    return null; // no JSON: somebody else's
  }
}

export function keepLastUsed(storage: KeyValue, used: LastUsed): void {
  try {
    storage.setItem(KEY, JSON.stringify(used));
  } catch {
    storage.removeItem(KEY); // no room: a large table is no reason not to open the class
  }
}
