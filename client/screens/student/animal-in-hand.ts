import type { StudentView } from '../../../shared/projection/views.ts';
import { animalOfExample } from '../../draw/animal-of-example.ts';
import type { LaterText } from '../../text/later.ts';

/** "Animal 3 de 10"; data that cannot be drawn are examples. */
export function animalTitle(view: StudentView, text: LaterText['test']): string {
  const { test } = view;
  if (test === null) return '';
  const isDrawn = test.animal !== null && animalOfExample(view.class.featureNames, test.animal, 1) !== null;
  return (isDrawn ? text.animal : text.example)(test.index + 1, test.of);
}
