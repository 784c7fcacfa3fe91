import type { HealthFigures } from '../../../shared/wire/health.ts';
import type { teacherHealth } from '../../text/es/teacher-health.ts';

export type HealthText = typeof teacherHealth;
export type HealthRow = { readonly name: string; readonly value: string };

/** The figures in plain words, those that a class feels first. */
export function healthRows(figures: HealthFigures, text: HealthText): readonly HealthRow[] {
  const { names } = text;
  return [
    { name: names.answerMs, value: text.milliseconds(figures.answerMs) },
    { name: names.eventLoopDelayMs, value: text.milliseconds(figures.eventLoopDelayMs) },
    { name: names.saving, value: figures.saving ? text.notSaved : text.saved },
    { name: names.slowDropped, value: `${figures.slowDropped}` },
    { name: names.standstills, value: `${figures.standstills}` },
    { name: names.connections, value: `${figures.connections}` },
    { name: names.memoryMegabytes, value: text.megabytes(figures.memoryMegabytes) },
  ];
}
