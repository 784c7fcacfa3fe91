import type { DataSplit } from '../datasets/example.ts';
import type { Drawing } from './drawing.ts';
import type { DrawingEvent } from './drawing-events.ts';
import type { Figures } from './events.ts';
import { withApplied } from './filing.ts';
import type { SeatNumber } from './ids.ts';
import type { SessionState } from './state.ts';

/** Files what happens where a class draws its points. Once they are settled they stand in the session's setup. */
export function evolveDrawing(state: SessionState, event: DrawingEvent): SessionState {
  const { drawing } = state;
  if (drawing === null) return state;
  switch (event.type) {
    case 'point-drawn': {
      const { seat, x, y, classIndex, intent } = event;
      const drawn = withPoints(state, drawing, [...drawing.points, { seat, x, y, classIndex }]);
      return intent === null ? drawn : withApplied(drawn, seat, intent);
    }
    case 'point-erased':
      return withApplied(
        withPoints(state, drawing, withoutLast(drawing, event.seat)),
        event.seat,
        event.intent,
      );
    case 'drawing-cleared':
      return withPoints(state, drawing, left(drawing, event.classIndex));
    case 'drawing-settled':
      return {
        ...withData(state, event.data, event.startParameters),
        drawing: { ...drawing, settled: true },
        parameters: event.startParameters,
        figures: event.figures,
        serial: state.serial + 1,
      };
    case 'drawing-reopened':
      return {
        ...withData(state, NO_EXAMPLES, state.setup.startParameters),
        drawing: { ...drawing, settled: false },
        figures: NO_FIGURES,
        serial: state.serial + 1,
      };
  }
}

/** A seat that leaves for good takes its points along: it makes room for others. */
export function withoutPointsOf(state: SessionState, seat: SeatNumber): SessionState {
  const { drawing } = state;
  return drawing === null || drawing.settled
    ? state
    : withPoints(
        state,
        drawing,
        drawing.points.filter((point) => point.seat !== seat),
      );
}

/** Of a network without examples. */
const NO_FIGURES: Figures = { loss: 0, accuracy: 0, validationLoss: 0, validationAccuracy: 0 };
const NO_EXAMPLES: DataSplit = { training: [], validation: [], test: [] };

function withPoints(state: SessionState, drawing: Drawing, points: Drawing['points']): SessionState {
  return { ...state, drawing: { ...drawing, points } };
}

function withoutLast({ points }: Drawing, seat: SeatNumber): Drawing['points'] {
  const last = points.map((point) => point.seat).lastIndexOf(seat);
  return points.filter((_, place) => place !== last);
}

function left({ points }: Drawing, cleared: number | null): Drawing['points'] {
  return cleared === null ? [] : points.filter(({ classIndex }) => classIndex !== cleared);
}

function withData(
  state: SessionState,
  { training, validation, test }: DataSplit,
  startParameters: readonly number[],
): SessionState {
  const { setup } = state;
  return {
    ...state,
    setup: { ...setup, data: { ...setup.data, training, validation, test }, startParameters },
  };
}
