import type { TeacherView } from '../../../shared/projection/views.ts';
import { firstPhase, phaseAfter, type Course, type Phase } from '../../../shared/session/phases.ts';
import type { TeacherText } from '../../text/teacher.ts';
import { bigButton } from './big-button.ts';
import { lastRound } from './curve-points.ts';
import { isRunOver } from './machine-run.ts';
import { rateWords } from './rate-words.ts';
import type { TeacherWords } from './words.ts';

/** What the one big button does now, in words. */
export function nextActionWords(view: TeacherView, words: ActionWords): string {
  const button = bigButton(view);
  const { next } = words.texts.teacher;
  switch (button.kind) {
    case 'next':
      return serverNextWords(view, next);
    case 'halt':
      return next.halt;
    case 'run-again':
      return next.runAgain(rateWords(button.rate, words.numbers));
    case 'enter-stage':
      return next.enterStage(words.texts.common.stages[view.plan[button.stage]?.kind ?? 'practice'].name);
    case 'reveal-early':
      return next.revealEarly(button.missing);
    case 'end':
      return next.end;
  }
}

type ActionWords = Pick<TeacherWords, 'numbers'> & {
  readonly texts: Pick<TeacherWords['texts'], 'common' | 'teacher'>;
};
type NextWords = TeacherText['next'];
type StageNow = NonNullable<TeacherView['stage']>;

/** What the server has next: it decides the same by itself, the button only says it. */
function serverNextWords(view: TeacherView, words: NextWords): string {
  if (view.class.activity === 'ended') return words.ended;
  if (view.pause.length > 0) return words.resume;
  if (view.drawing?.settled === false) return words.closeDrawing;
  if (view.stage === null) return words.start;
  const { round, stage } = view;
  const course = courseOf(view, stage);
  if (round === null) return firstWords(firstPhase(course), view, words);
  if (round.phase.kind === 'run') return runWords(view, stage, words);
  const next = phaseAfter(course, round.phase);
  return next === null ? words.nextRound(round.id + 1) : phaseWords(next, round.phase, view, words);
}

function courseOf({ test }: TeacherView, stage: StageNow): Course {
  return {
    stage: stage.kind,
    layers: stage.network.sizes.length - 1,
    animals: test?.of ?? 0,
    roundsPlayed: stage.roundsPlayed,
  };
}

function firstWords(first: Phase, view: TeacherView, words: NextWords): string {
  return first.kind === 'predict'
    ? words.openRound(lastRound(view) + 1)
    : phaseWords(first, null, view, words);
}

/** By hand the button is one step of the machine; of a run by the clock the teacher may have seen enough. */
function runWords(view: TeacherView, stage: StageNow, words: NextWords): string {
  const isByItself = view.settings.machineSpeed > 0;
  if (stage.kind === 'stop' && (isRunOver(view) || isByItself)) return words.reveal;
  return isByItself ? words.runOn : words.machineStep;
}

function phaseWords(next: Phase, now: Phase | null, { test }: TeacherView, words: NextWords): string {
  switch (next.kind) {
    case 'predict':
      return words.layer(next.layer);
    case 'compare':
      return words.compare;
    case 'backward':
      return now?.kind === 'backward' ? words.backwardLayer(next.layer) : words.backward;
    case 'nudge':
      return words.nudge;
    case 'adjust':
      return words.close;
    case 'run':
      return now?.kind === 'vote' ? words.closeVote : words.run;
    case 'vote':
    case 'reveal':
    case 'answer':
    case 'score':
      return words[next.kind];
    case 'bet':
      return words.bet(next.animal + 1, test?.of ?? next.animal + 1);
  }
}
