import type { TeacherView } from '../../../shared/projection/views.ts';

/** What the machine does now. */
export type MachineState = 'waiting' | 'running' | 'byHand' | 'paused' | 'over';

/** Steps that one press runs ahead where the lesson names none. */
const STEPS_AHEAD = 20;

export function machineState(view: TeacherView): MachineState {
  if (view.round?.phase.kind !== 'run' || view.machine === null) return 'waiting';
  if (isRunOver(view)) return 'over';
  if (view.machine.speed === 0) return 'byHand';
  return view.pause.length > 0 ? 'paused' : 'running';
}

/** Whether the machine has taken the steps that were planned, or as many again. */
export function isRunOver({ stage }: TeacherView): boolean {
  return stage !== null && stage.roundsPlayed > 0 && stage.roundsPlayed % stage.roundsPlanned === 0;
}

/** How many of its planned steps the machine has taken; a run that was let go on counts on. */
export function stepsPlanned({ stage }: TeacherView): number {
  if (stage === null) return 0;
  return stage.roundsPlanned * Math.max(1, Math.ceil(stage.roundsPlayed / stage.roundsPlanned));
}

/** Rounds or steps that fast-forward plays; 0 where there are none to play. */
export function roundsAhead(view: TeacherView): number {
  const { stage } = view;
  const planned = view.plan[stage?.index ?? -1]?.fastForward ?? 0;
  switch (stage?.kind) {
    case 'autopilot': {
      // Never past the end of a run: there the big button knows what comes next.
      const run = Math.max(1, stage.roundsPlanned);
      return Math.min(run - (stage.roundsPlayed % run), planned > 0 ? planned : STEPS_AHEAD);
    }
    case 'stop': {
      const isRevealed = view.stop !== null && view.stop.revealed !== null;
      const left = isRevealed ? 0 : stage.roundsPlanned - stage.roundsPlayed;
      return Math.max(0, Math.min(left, planned > 0 ? planned : STEPS_AHEAD));
    }
    case 'test':
      return 0;
    default:
      return planned;
  }
}

/** Seats that may still stop the machine. */
export function notStoppedYet({ table, stop }: TeacherView): number {
  return Math.max(0, mayHandIn(table) - (stop?.stopped ?? 0));
}

/** Seats whose vote, stop or bet counts. */
export function mayHandIn(table: TeacherView['table']): number {
  return table.filter(({ membership, muted }) => membership === 'seated' && !muted).length;
}
