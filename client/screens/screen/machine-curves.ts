import type { ScreenView } from '../../../shared/projection/views.ts';
import type { NamedCurve } from '../../parts/cost-curves.ts';
import { bandName, type Words } from './words.ts';

/** The class's curves on this network, stage by stage by its number in the lesson, and the machine's over them. */
export function machineCurves(words: Words, view: ScreenView): readonly NamedCurve[] {
  const { machine, classCurves } = view;
  const byHand = (classCurves ?? []).map(({ index, stage, curve }): NamedCurve => ({
    key: String(index),
    badge: String(index + 1),
    name: bandName(words, index, stage),
    kind: 'class',
    curve,
  }));
  if (machine === null) return byHand;
  const { costCurves } = words.common;
  const own: NamedCurve = {
    key: 'machine',
    badge: costCurves.badge,
    name: costCurves.machine,
    kind: 'machine',
    curve: machine.machineCurve,
  };
  return [...byHand, own];
}
