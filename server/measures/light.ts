import type { HealthFigures, HealthLight, HealthReading, HealthTrouble } from '../../shared/wire/health.ts';
import { LIGHT_LIMITS } from './measure-limits.ts';

type Finding = { readonly trouble: HealthTrouble; readonly light: HealthLight };

/** What a teacher needs of the figures: whether the server keeps up, and what is wrong where it does not. */
export function judge(figures: HealthFigures): HealthReading {
  const { eventLoopDelayMs, answerMs, slowDropped } = LIGHT_LIMITS;
  const findings: readonly Finding[] = [
    { trouble: 'saving', light: figures.saving ? 'red' : 'green' },
    { trouble: 'late', light: lightAt(figures.eventLoopDelayMs, eventLoopDelayMs) },
    { trouble: 'slow-answers', light: lightAt(figures.answerMs, answerMs) },
    { trouble: 'stood-still', light: figures.standstills > 0 ? 'amber' : 'green' },
    { trouble: 'slow-clients', light: lightAt(figures.slowDropped, slowDropped) },
  ];
  const of = (light: HealthLight) => findings.filter((finding) => finding.light === light);
  const troubles = [...of('red'), ...of('amber')];
  return {
    light: troubles[0]?.light ?? 'green',
    troubles: troubles.map(({ trouble }) => trouble),
    figures,
  };
}

function lightAt(value: number, limits: { readonly amber: number; readonly red: number }): HealthLight {
  if (value >= limits.red) return 'red';
  return value >= limits.amber ? 'amber' : 'green';
}
