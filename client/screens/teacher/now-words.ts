import type { TeacherView } from '../../../shared/projection/views.ts';
import { stepsPlanned } from './machine-run.ts';
import type { TeacherWords } from './words.ts';

type Saying = { readonly texts: Pick<TeacherWords['texts'], 'common' | 'teacher'> };

/** "Ronda 9 · Proponer", "Paso 23 de 60 · Descender", "Ejemplo 2 de 5 · Apostar": where the class is now. */
export function nowWords(view: TeacherView, { texts }: Saying): string {
  const { stage, round } = view;
  if (stage === null) return '';
  if (round === null) return texts.teacher.intro(texts.common.stages[stage.kind].name);
  const phase = texts.common.phases[round.phase.kind];
  return `${placeWords(view, texts.teacher) ?? texts.common.roundNumber(round.id)} · ${phase}`;
}

/** How far the stage is, in what it counts; null where that is the class's rounds. */
function placeWords(view: TeacherView, text: Saying['texts']['teacher']): string | null {
  const { stage, machine, test, round } = view;
  if (stage === null) return null;
  if (round?.phase.kind === 'vote') return text.machine.title;
  if (test !== null && test.animal !== null) return text.test.at(test.index + 1, test.of);
  if (test !== null) return text.test.title;
  if (machine === null) return null;
  return stage.kind === 'stop'
    ? text.machine.atRound(machine.steps, stage.roundsPlanned)
    : text.machine.at(machine.steps, stepsPlanned(view));
}
