import type { Recording } from '../../shared/recording/recording.ts';
import { pointNumbers, type PointNumbers } from '../replay/steps.ts';

/** The numbers behind the curve, read a little at a time: a long session is not read in one breath. */
export type StepReader = {
  /** Those of the curve's points read so far, from the first on. */
  readonly numbers: readonly PointNumbers[];
  readonly isDone: boolean;
  readonly stop: () => void;
};

/** Of each frame, what reading may take: the rest is the picture's. */
const READ_MS = 5;

export function createStepReader(
  recording: Pick<Recording, 'events' | 'timeline'>,
  {
    nextFrame,
    nowMs,
  }: {
    readonly nextFrame: (callback: () => void) => () => void;
    readonly nowMs: () => number;
  },
): StepReader {
  const { timeline } = recording;
  let numbers = $state.raw<readonly PointNumbers[]>([]);
  let cancel = nextFrame(read);

  function read(): void {
    const untilMs = nowMs() + READ_MS;
    const found: PointNumbers[] = [];
    for (const point of timeline.slice(numbers.length)) {
      found.push(pointNumbers(recording, point));
      if (nowMs() > untilMs) break;
    }
    numbers = [...numbers, ...found];
    if (numbers.length < timeline.length) cancel = nextFrame(read);
  }

  return {
    get numbers() {
      return numbers;
    },
    get isDone() {
      return numbers.length === timeline.length;
    },
    stop: () => cancel(),
  };
}
