import type { Recording } from '../../shared/recording/recording.ts';
import type { TimelinePoint } from '../../shared/recording/timeline.ts';
import type { SeatOutcome, StepTaken } from '../../shared/session/events.ts';

/** The numbers of one point of the curve, which the timeline leaves out: they are read from its events. */
export type PointNumbers = {
  /** As the class went on from here. */
  readonly parameters: readonly number[];
  /** What the round did; null where a stage starts, or the class went back. */
  readonly step: StepTaken | null;
};

export function pointNumbers(
  recording: Pick<Recording, 'events'>,
  { version, takenBackAt }: TimelinePoint,
): PointNumbers {
  const [made] = recording.events(version, version);
  const [settled] = takenBackAt === null ? [made] : recording.events(takenBackAt, takenBackAt);
  return {
    parameters: settled === undefined ? [] : parametersIn(settled.event),
    step: made?.event.type === 'step-taken' ? made.event : null,
  };
}

/** What one seat's nudges did in the round that made a point; null where it sent none. */
export function outcomeOf({ step }: PointNumbers, seat: number): SeatOutcome | null {
  return step?.seats.find((outcome) => outcome.seat === seat) ?? null;
}

function parametersIn(event: ReturnType<Recording['events']>[number]['event']): readonly number[] {
  switch (event.type) {
    case 'step-taken':
    case 'step-taken-back':
    case 'descended':
      return event.parameters;
    case 'stage-entered':
    case 'went-back':
      return event.facts.parameters;
    default:
      return [];
  }
}
