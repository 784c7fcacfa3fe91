import { runningRound, runningStage, type SessionState } from '../../../shared/session/state.ts';
import { LOSS_DECIMALS, type ReplayWords } from './words.ts';

/** The round that runs, or the last one; null before the first. */
export function roundAt(state: SessionState): number | null {
  const last = state.history[state.history.length - 1];
  return runningRound(state)?.id ?? last?.round ?? null;
}

/** The stage the class is in, or how far it is from one. */
export function whereAt({ texts }: ReplayWords, state: SessionState): string {
  if (state.activity.kind === 'ended') return texts.replay.after;
  const stage = runningStage(state);
  return stage === null ? texts.replay.before : texts.common.stages[stage.kind].name;
}

/** The moment in a breath, for whoever moves along the timeline without seeing it. */
export function momentWords(words: ReplayWords, state: SessionState, rounds: number): string {
  const { common, replay } = words.texts;
  const round = roundAt(state);
  const phase = runningRound(state)?.phase.kind ?? null;
  return [
    ...(round === null ? [] : [replay.roundOf(round, Math.max(round, rounds))]),
    whereAt(words, state),
    ...(phase === null ? [] : [common.phases[phase]]),
    common.errorIs(words.numbers.figure(state.figures.loss, LOSS_DECIMALS)),
  ].join(', ');
}
