import { describe, expect, it } from 'vitest';
import { svgPath, trace, type Outline } from '../../../client/draw/outline.ts';
import { createRecordingCanvas } from './recording-canvas.ts';

const DROP: Outline = [
  { kind: 'move', x: 0, y: -1 },
  { kind: 'curve', x1: 0.5, y1: -0.33333, x2: 1, y2: 0, x: 0, y: 1 },
  { kind: 'line', x: 0, y: 0.5 },
  { kind: 'close' },
];

describe('an outline', () => {
  it('is the same shape on the phone and on the canvas of the map', () => {
    const canvas = createRecordingCanvas();
    trace(canvas.context, DROP);
    expect(svgPath(DROP)).toBe('M0 -1C0.5 -0.333 1 0 0 1L0 0.5Z');
    expect(canvas.calls.map(({ name }) => name)).toEqual(['moveTo', 'bezierCurveTo', 'lineTo', 'closePath']);
    expect(canvas.named('bezierCurveTo')[0]?.args).toEqual([0.5, -0.33333, 1, 0, 0, 1]);
  });

  it('draws a whole ellipse in both', () => {
    const eye: Outline = [{ kind: 'ellipse', x: 1, y: 2, rx: 3, ry: 4 }];
    const canvas = createRecordingCanvas();
    trace(canvas.context, eye);
    expect(svgPath(eye)).toBe('M-2 2A3 4 0 1 0 4 2A3 4 0 1 0 -2 2Z');
    expect(canvas.named('ellipse')[0]?.args).toEqual([1, 2, 3, 4, 0, 0, 2 * Math.PI]);
  });
});
