import type { TeacherView } from '../../../shared/projection/views.ts';
import { firstPhase, phaseAfter, type Course, type Phase } from '../../../shared/session/phases.ts';
import type { TeacherText } from '../../text/teacher.ts';

/** What the one big button does now, in words. The server decides the same by itself: the button only says it. */
export function nextActionWords(view: TeacherView, text: TeacherText): string {
  const words = text.next;
  if (view.class.activity === 'ended') return words.ended;
  if (view.pause.length > 0) return words.resume;
  if (view.stage === null) return words.start;
  const { round, stage } = view;
  if (isOver(view)) return words.nextStage;
  const course = courseOf(view, stage);
  if (round === null) return firstWords(firstPhase(course), view, words);
  if (round.phase.kind === 'run') return runWords(view, stage, words);
  const next = phaseAfter(course, round.phase);
  return next === null ? words.nextRound(round.id + 1) : phaseWords(next, round.phase, view, words);
}

type StageNow = NonNullable<TeacherView['stage']>;

function courseOf({ test }: TeacherView, stage: StageNow): Course {
  return {
    stage: stage.kind,
    layers: stage.network.sizes.length - 1,
    animals: test?.of ?? 0,
    roundsPlayed: stage.roundsPlayed,
  };
}

/** A stage that ends by itself is followed by the next. */
function isOver({ round, stop }: TeacherView): boolean {
  return round?.phase.kind === 'score' || (stop !== null && stop.revealed !== null);
}

function firstWords(first: Phase, view: TeacherView, words: TeacherText['next']): string {
  return first.kind === 'predict'
    ? words.openRound(lastRound(view) + 1)
    : phaseWords(first, null, view, words);
}

/** By hand the button is one step of the machine; of a run by the clock the teacher may have seen enough. */
function runWords({ settings }: TeacherView, stage: StageNow, words: TeacherText['next']): string {
  const isDone = stage.roundsPlayed >= stage.roundsPlanned;
  return stage.kind === 'stop' && (isDone || settings.machineSpeed > 0) ? words.reveal : words.machineStep;
}

function phaseWords(
  next: Phase,
  now: Phase | null,
  { test }: TeacherView,
  words: TeacherText['next'],
): string {
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
    case 'vote':
    case 'run':
    case 'reveal':
    case 'answer':
    case 'score':
      return words[next.kind];
    case 'bet':
      return words.bet(next.animal + 1, test?.of ?? next.animal + 1);
  }
}

/** The highest round the class has opened; taken-back and left-behind rounds keep their numbers. */
export function lastRound(view: TeacherView): number {
  return Math.max(view.round?.id ?? 0, ...view.curve.map((point) => point.round ?? 0));
}

/** The point that undoing the last round goes back to: what stood before the newest point; null when there is none. */
export function undoPoint(view: TeacherView): number | null {
  const last = view.curve.length - 1;
  const newest = view.curve[last];
  if (newest === undefined || newest.kind === 'start') return null;
  if (newest.kind === 'step') return last - 1;
  const before = newest.from === null ? null : newest.from - 1;
  return before !== null && before >= 0 && view.curve[newest.from ?? 0]?.kind !== 'start' ? before : null;
}
