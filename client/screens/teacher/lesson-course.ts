import type { TeacherView } from '../../../shared/projection/views.ts';

/** Whether the stage has come to an end of its own: nothing of it follows. */
export function isStageOver({ round, stop }: TeacherView): boolean {
  return round?.phase.kind === 'score' || (stop !== null && stop.revealed !== null);
}

/** Whether hands have played all the lesson has for a stage, the rounds that run ahead among them; of practice, one. */
export function isStagePlayed({ stage, round, plan }: TeacherView): boolean {
  if (stage?.kind === 'practice') return round?.phase.kind === 'adjust';
  const planned = plan[stage?.index ?? -1];
  const isAtRest = round === null || round.phase.kind === 'adjust';
  if (stage === null || planned === undefined || !isAtRest) return false;
  return stage.roundsPlayed >= planned.rounds + planned.fastForward;
}
