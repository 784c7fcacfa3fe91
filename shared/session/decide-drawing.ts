import { DRAWN_LIMITS, settlePoints, type DrawnPoint } from '../datasets/drawn.ts';
import { roundTo2 } from '../datasets/decimals.ts';
import type { Command, Decision } from './commands.ts';
import { countedPoints, openDrawing, type Drawing } from './drawing.ts';
import { engineFor, figuresOf } from './engine.ts';
import { ownSeat, type Student } from './own-seat.ts';
import { accept, refuse } from './progress.ts';
import type { SessionState } from './state.ts';

type PointCommand = Extract<Command, { kind: 'draw-point' | 'erase-point' }>;
type DrawingCommand = Extract<Command, { kind: 'clear-drawing' | 'open-drawing' }>;

/** A student's points. A repeat gets the answer it got the first time. */
export function decidePoint(state: SessionState, actor: Student, command: PointCommand): Decision {
  const own = ownSeat(state, actor);
  if (own.kind === 'none') return refuse(own.why);
  if (own.kind === 'repeat') return accept();
  const drawing = openDrawing(state);
  if (drawing === null) return refuse('not-now');
  if (state.clock.kind === 'paused') return refuse('paused');
  if (own.seat.muted) return refuse('muted');
  switch (command.kind) {
    case 'draw-point':
      return drawPoint(state, actor, drawing, command);
    case 'erase-point':
      return pointsOf(drawing, actor) === 0
        ? refuse('already-done')
        : accept({ type: 'point-erased', seat: actor.seat, intent: actor.intent });
  }
}

/** What the teacher does to all points. */
export function decideDrawing(state: SessionState, command: DrawingCommand): Decision {
  switch (command.kind) {
    case 'clear-drawing':
      return clear(state, command.classIndex);
    case 'open-drawing':
      return reopen(state, command.expected);
  }
}

/** Closes the drawing: its points become the session's data. */
export function settleDrawing(state: SessionState, drawing: Drawing): Decision {
  const { network, data, drawing: plan } = state.setup;
  if (plan === null) return refuse('not-now');
  const settled = settlePoints(countedPoints(state, drawing), {
    network,
    classes: data.classNames.length,
    seed: plan.seed,
  });
  if (!settled.ok) return refuse('too-few-points');
  const figures = figuresOf(engineFor({ data: { ...data, ...settled.data } }, network), settled.start);
  return accept({
    type: 'drawing-settled',
    data: settled.data,
    startParameters: settled.start,
    figures,
  });
}

function drawPoint(
  state: SessionState,
  { seat, intent }: Student,
  drawing: Drawing,
  { x, y, classIndex }: DrawnPoint,
): Decision {
  const within = [x, y].every((value) => Math.abs(value) <= DRAWN_LIMITS.reach);
  if (!within || state.setup.data.classNames[classIndex] === undefined) return refuse('bad-number');
  if (drawing.points.length >= DRAWN_LIMITS.pointsMost) return refuse('plane-full');
  if (pointsOf(drawing, { seat }) >= DRAWN_LIMITS.pointsPerSeatMost) return refuse('enough-points');
  return accept({ type: 'point-drawn', seat, x: roundTo2(x), y: roundTo2(y), classIndex, intent });
}

function pointsOf({ points }: Drawing, { seat }: Pick<Student, 'seat'>): number {
  return points.filter((point) => point.seat === seat).length;
}

function clear(state: SessionState, classIndex: number | null): Decision {
  const drawing = openDrawing(state);
  if (drawing === null) return refuse('not-now');
  const any = drawing.points.some((point) => classIndex === null || point.classIndex === classIndex);
  return any ? accept({ type: 'drawing-cleared', classIndex }) : accept();
}

/** Until the first stage or the practice: what was played on is not drawn over. */
function reopen(state: SessionState, expected: number): Decision {
  if (expected !== state.serial) return refuse('already-done');
  if (state.activity.kind !== 'lobby' || state.drawing?.settled !== true) return refuse('not-now');
  return accept({ type: 'drawing-reopened' });
}
