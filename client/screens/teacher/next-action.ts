import type { TeacherView } from '../../../shared/projection/views.ts';
import { phaseAfter, type Phase } from '../../../shared/session/phases.ts';
import type { TeacherText } from '../../text/teacher.ts';

/** What the one big button does now, in words. The server decides the same by itself: the button only says it. */
export function nextActionWords(view: TeacherView, text: TeacherText): string {
  const words = text.next;
  if (view.class.activity === 'ended') return words.ended;
  if (view.pause.length > 0) return words.resume;
  if (view.stage === null) return words.start;
  const { round, stage } = view;
  if (round === null) return words.openRound(lastRound(view) + 1);
  const layers = stage.network.sizes.length - 1;
  const next = phaseAfter(stage.kind, round.phase, layers);
  return next === null ? words.nextRound(round.id + 1) : phaseWords(next, round.phase, words);
}

function phaseWords(next: Phase, now: Phase, words: TeacherText['next']): string {
  switch (next.kind) {
    case 'predict':
      return words.layer(next.layer);
    case 'compare':
      return words.compare;
    case 'backward':
      return now.kind === 'backward' ? words.backwardLayer(next.layer) : words.backward;
    case 'nudge':
      return words.nudge;
    case 'adjust':
      return words.close;
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
