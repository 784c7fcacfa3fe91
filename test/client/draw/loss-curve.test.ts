import { describe, expect, it } from 'vitest';
import { drawLossCurve } from '../../../client/draw/loss-curve.ts';
import {
  leftBehind,
  standingBefore,
  standingLine,
  standingStretches,
  type LossHistory,
} from '../../../client/draw/loss-history.ts';
import { lossScales, type LossCurve } from '../../../client/draw/loss-scales.ts';
import { plainPalette } from './plain-palette.ts';
import { createRecordingCanvas, type RecordingCanvas } from './recording-canvas.ts';

const SIZE = { width: 500, height: 200 };

describe('the error curve', () => {
  it('passes over a round that was taken back, and ties it to the round it was measured against', () => {
    const history = historyOf([0.6, 0.5, 0.7, 0.4], { takenBack: [2] });
    expect(standingLine(history)).toEqual([0, 1, 3]);
    expect(standingBefore(history, 2)).toBe(1);
  });

  it('goes on from the round the class went back to, and keeps in grey what it left behind', () => {
    const history = historyOf([0.6, 0.5, 0.7, 0.8, 0.45], { returns: [{ at: 4, to: 1 }] });
    expect(standingLine(history)).toEqual([0, 1, 4]);
    expect(leftBehind(history)).toEqual([[1, 2, 3]]);
    expect(standingBefore(history, 4)).toBe(1);
  });

  it('lifts the pen where a stage starts: between two networks no error rose or fell', () => {
    const history = {
      ...historyOf([0.6, 0.3, 0.7, 0.2]),
      stages: [
        { from: 0, name: 'guess' },
        { from: 2, name: 'probe' },
      ],
    };
    expect(standingStretches(history)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it('has nothing before its first round', () => {
    expect(standingBefore(historyOf([0.6]), 0)).toBeNull();
    expect(standingLine(historyOf([]))).toEqual([]);
  });

  it('draws lower errors lower, and later rounds further right', () => {
    const { x, y, top } = lossScales(curveOf(historyOf([0.6, 0.3])), SIZE);
    expect(y(0.3)).toBeGreaterThan(y(0.6));
    expect(x(1)).toBeGreaterThan(x(0));
    expect(top).toBeGreaterThanOrEqual(0.6);
  });

  it('does not fill the width with the first two rounds', () => {
    const young = lossScales(curveOf(historyOf([0.6, 0.3])), SIZE);
    expect(young.x(1)).toBeLessThan(SIZE.width / 4);
  });

  it('shows new examples dashed and in teal, and only where they may be seen', () => {
    const hidden = drawn(historyOf([0.6, 0.5, 0.4]));
    const shown = drawn(historyOf([0.6, 0.5, 0.4], { validation: [0.7, 0.6, 0.65] }));
    const dashedLines = (canvas: RecordingCanvas): number => lineCount(canvas, '--new');
    expect(dashedLines(hidden)).toBe(0);
    expect(dashedLines(shown)).toBe(1);
    expect(shown.named('setLineDash').map(({ args }) => args[0])).toContainEqual([7, 6]);
  });

  it('names a stage below its band only where the name fits', () => {
    const stages = [
      { from: 0, name: 'Adivinar' },
      { from: 9, name: 'Quedarse con lo mejor' },
    ];
    const losses = Array.from({ length: 11 }, () => 0.5);
    const written = drawn({ ...historyOf(losses), stages })
      .named('fillText')
      .map(({ args }) => args[0]);
    expect(written).toContain('Adivinar');
    expect(written).not.toContain('Quedarse con lo mejor');
  });

  it('can be drawn before anything has happened', () => {
    expect(() => drawn(historyOf([]))).not.toThrow();
  });
});

function historyOf(
  losses: readonly number[],
  more: {
    readonly takenBack?: readonly number[];
    readonly returns?: LossHistory['returns'];
    readonly validation?: readonly number[];
  } = {},
): LossHistory {
  return {
    points: losses.map((loss, round) => ({
      round,
      loss,
      validation: more.validation?.[round] ?? null,
      isTakenBack: more.takenBack?.includes(round) ?? false,
    })),
    stages: [],
    returns: more.returns ?? [],
  };
}

function curveOf(history: LossHistory): LossCurve {
  return {
    history,
    marked: null,
    fontPx: 14,
    figure: (value, decimals) => value.toFixed(decimals),
    leastRounds: 10,
  };
}

function drawn(history: LossHistory): RecordingCanvas {
  const canvas = createRecordingCanvas();
  drawLossCurve(canvas.context, curveOf(history), SIZE, plainPalette());
  return canvas;
}

/** Strokes made while the pen had this colour. */
function lineCount({ calls }: RecordingCanvas, colour: string): number {
  let pen: unknown = null;
  let count = 0;
  for (const { name, args } of calls) {
    if (name === 'set strokeStyle') pen = args[0];
    if (name === 'stroke' && pen === colour) count += 1;
  }
  return count;
}
