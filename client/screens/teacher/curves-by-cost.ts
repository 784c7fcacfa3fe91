import type { TeacherView } from '../../../shared/projection/views.ts';
import type { NamedCurve } from '../../parts/cost-curves.ts';
import type { CommonText } from '../../text/common.ts';

/** What hands had reached, stage by stage under its number in the lesson, and over it the machine. */
export function curvesByCost(
  { classCurves, machine }: Pick<TeacherView, 'classCurves' | 'machine'>,
  common: CommonText,
): readonly NamedCurve[] {
  const name = common.costCurves.machine;
  return [
    ...(classCurves ?? []).map(({ index, stage, curve }): NamedCurve => ({
      key: String(index),
      badge: String(index + 1),
      name: common.stages[stage].name,
      kind: 'class',
      curve,
    })),
    ...(machine === null
      ? []
      : [{ key: 'machine', badge: 'M', name, kind: 'machine' as const, curve: machine.machineCurve }]),
  ];
}
