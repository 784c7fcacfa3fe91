import { describe, expect, it } from 'vitest';
import type { LossHistory } from '../../../client/draw/loss-history.ts';
import { drawTimeline, timelineScales, type TimelineData } from '../../../client/draw/timeline.ts';
import { plainPalette } from './plain-palette.ts';
import { createRecordingCanvas, type RecordingCanvas } from './recording-canvas.ts';

const SIZE = { width: 420, height: 100 };

/** Five points: two rounds, then back to the first and two more. */
const HISTORY: LossHistory = {
  points: [0.8, 0.6, 0.7, 0.6, 0.3].map((loss, round) => ({
    round,
    loss,
    validation: loss + 0.1,
    isTakenBack: false,
  })),
  stages: [{ from: 0, name: 'guess' }],
  returns: [{ at: 3, to: 1 }],
};
const DATA: TimelineData = {
  history: HISTORY,
  firstPlace: 1,
  lastPlace: 6,
  others: [],
  stops: { stops: [], best: [] },
  returnLabels: ['back to round 1'],
  fontPx: 12,
};

function drawn(change: Partial<TimelineData> = {}): RecordingCanvas {
  const canvas = createRecordingCanvas();
  drawTimeline(canvas.context, { ...DATA, ...change }, SIZE, plainPalette());
  return canvas;
}

describe('the timeline', () => {
  it('begins before the first stage and ends after the last round', () => {
    const { x } = timelineScales(DATA, SIZE);
    expect(x(0)).toBe(10);
    expect(x(6)).toBe(410);
  });

  it('is as tall as the highest of its curves, the second ones too', () => {
    expect(timelineScales(DATA, SIZE).top).toBeCloseTo(0.9);
    const other = { name: 'other', stretches: [[{ place: 1, loss: 1.4 }]] };
    expect(timelineScales({ ...DATA, others: [other] }, SIZE).top).toBe(1.4);
  });

  it('draws new examples dashed and the class’s own line whole', () => {
    const canvas = drawn();
    expect(canvas.settings('strokeStyle')).toContain('--new');
    expect(canvas.named('setLineDash').map(({ args }) => args[0])).toContainEqual([7, 6]);
    expect(canvas.settings('lineWidth')).toContain(4);
  });

  it('says where the class went back to, below the curve', () => {
    const [label] = drawn().named('fillText');
    expect(label?.args[0]).toBe('back to round 1');
  });

  it('keeps the words of a late return within the box', () => {
    const late = { ...HISTORY, returns: [{ at: 4, to: 1 }] };
    const [label] = drawn({ history: late }).named('fillText');
    expect(Number(label?.args[1])).toBeLessThan(timelineScales(DATA, SIZE).x(5));
  });

  it('marks two returns that lie close together, but writes only what can be read', () => {
    const twice = {
      ...HISTORY,
      returns: [
        { at: 2, to: 1 },
        { at: 3, to: 1 },
      ],
    };
    const canvas = drawn({ history: twice, returnLabels: ['back to round 1', 'back to round 1'] });
    expect(canvas.named('fillText')).toHaveLength(1);
    expect(canvas.named('closePath').length).toBeGreaterThanOrEqual(2);
  });

  it('has a column where somebody would have stopped the machine, taller for more, and a line where it was best', () => {
    const stops = [
      { point: 1, count: 1 },
      { point: 3, count: 4 },
    ];
    const canvas = drawn({ stops: { stops, best: [2] } });
    const { x } = timelineScales(DATA, SIZE);
    const columns = canvas.named('fillRect').map(({ args }) => args.map(Number));
    expect(columns.map(([left = 0, , width = 0]) => left + width / 2)).toEqual([x(2), x(4)]);
    const [low = 0, high = 0] = columns.map(([, , , height]) => height ?? 0);
    expect(low).toBeGreaterThan(0);
    expect(high).toBeCloseTo(4 * low);
    expect(canvas.named('moveTo').map(({ args }) => args[0])).toContain(x(3));
  });

  it('tells second curves apart by their dashes', () => {
    const line = [
      { place: 1, loss: 0.8 },
      { place: 2, loss: 0.5 },
    ];
    const others = ['one', 'two'].map((name) => ({ name, stretches: [line] }));
    const dashes = drawn({ others })
      .named('setLineDash')
      .map(({ args }) => args[0]);
    expect(dashes).toContainEqual([12, 5, 2, 5]);
    expect(dashes).toContainEqual([18, 7]);
  });

  it('draws nothing it does not have: a class that played no round', () => {
    const canvas = drawn({
      history: { points: [], stages: [], returns: [] },
      lastPlace: 1,
      returnLabels: [],
    });
    expect(canvas.named('lineTo')).toEqual([]);
    expect(canvas.named('fillText')).toEqual([]);
  });
});
