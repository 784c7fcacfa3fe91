import * as v from 'valibot';
import type { Summary } from '../../shared/recording/summary.ts';
import { STAGE_KINDS } from '../../shared/session/stages.ts';
import { BLANK_LABEL, type Label } from './shelves.ts';

const labelSchema = v.strictObject({
  title: v.nullable(v.string()),
  tags: v.array(v.string()),
  bookmarks: v.array(v.strictObject({ version: v.number(), label: v.string() })),
});

const summarySchema = v.strictObject({
  rounds: v.number(),
  seats: v.number(),
  bots: v.number(),
  durationMs: v.number(),
  lossFirst: v.number(),
  lossLast: v.number(),
  accuracyFirst: v.number(),
  accuracyLast: v.number(),
  stages: v.array(v.picklist(STAGE_KINDS)),
});

/** The label that was kept. None, or a text that is none as after damage to the file, is a blank one. */
export function decodeLabel(text: string | null): Label {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), labelSchema), text);
  return parsed.success ? parsed.output : BLANK_LABEL;
}

/** The summary that was kept; null where it has to be worked out, again if its shape has changed since. */
export function decodeSummary(text: string | null): Summary | null {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), summarySchema), text);
  return parsed.success ? parsed.output : null;
}
