import type { DrawingEvent } from '../session/drawing-events.ts';
import type { SessionState } from '../session/state.ts';
import { byStudent, byTeacher, type Asked } from './verify-askers.ts';

/** What may have been asked so that the answer begins with something drawn, or with the drawing closed or opened again. */
export function askedOfDrawing(state: SessionState, event: DrawingEvent): readonly Asked[] {
  const expected = state.serial;
  switch (event.type) {
    case 'point-drawn': {
      const { seat, x, y, classIndex, intent } = event;
      // What a bot draws is part of the answer that seated it.
      return intent === null ? [] : [byStudent(seat, { kind: 'draw-point', x, y, classIndex }, intent)];
    }
    case 'point-erased':
      return [byStudent(event.seat, { kind: 'erase-point' }, event.intent)];
    case 'drawing-cleared':
      return [byTeacher({ kind: 'clear-drawing', classIndex: event.classIndex })];
    case 'drawing-settled':
      return [byTeacher({ kind: 'next', expected })];
    case 'drawing-reopened':
      return [byTeacher({ kind: 'open-drawing', expected })];
  }
}
