import { describe, expect, it } from 'vitest';
import {
  drawExamples,
  drawRings,
  mapScales,
  showsSameExamples,
  type DecisionMapData,
} from '../../../client/draw/decision-map.ts';
import { plainPalette } from './plain-palette.ts';
import { createRecordingCanvas } from './recording-canvas.ts';

const SIZE = { width: 400, height: 300 };

const CLASSROOM: DecisionMapData = {
  examples: [
    { features: [0.8, -1], at: [0.8, -1], classIndex: 1, isWrong: true },
    { features: [0.8, 0.9], at: [0.8, 0.9], classIndex: 1, isWrong: false },
    { features: [0.7, -0.1], at: [0.7, -0.1], classIndex: 0, isWrong: false },
  ],
  range: 2,
  featureNames: ['ears', 'size'],
  marked: null,
};

describe('the decision map', () => {
  it('has larger pets further up and pointed ears further right', () => {
    const { x, y } = mapScales(2, SIZE);
    expect(y(1)).toBeLessThan(y(-1));
    expect(x(1)).toBeGreaterThan(x(-1));
    expect([x(-2), x(2), y(2), y(-2)]).toEqual([0, 400, 0, 300]);
  });

  it('draws the husky first, so that no chihuahua sits behind it', () => {
    const canvas = createRecordingCanvas();
    drawExamples(canvas.context, CLASSROOM, SIZE, plainPalette());
    const heights = canvas
      .named('translate')
      .map(({ args }) => Number(args[1]))
      .filter((y) => y > 1);
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
    expect(heights).toHaveLength(3);
  });

  it('rings what the network gets wrong, dashed and in red, and nothing else', () => {
    const canvas = createRecordingCanvas();
    drawRings(canvas.context, CLASSROOM, SIZE, plainPalette());
    expect(canvas.settings('strokeStyle').filter((colour) => colour === '--worse')).toHaveLength(1);
    expect(canvas.named('setLineDash')[0]?.args[0]).toEqual([5, 4]);
  });

  it('points out the example somebody chose', () => {
    const canvas = createRecordingCanvas();
    drawRings(canvas.context, { ...CLASSROOM, marked: 2 }, SIZE, plainPalette());
    expect(canvas.settings('strokeStyle')).toContain('--ink');
  });

  it('does not draw the pets again when only the network’s mind has changed', () => {
    const changed = { ...CLASSROOM, examples: CLASSROOM.examples.map((pet) => ({ ...pet, isWrong: true })) };
    expect(showsSameExamples(CLASSROOM, changed)).toBe(true);
    expect(showsSameExamples(CLASSROOM, { ...CLASSROOM, range: 3 })).toBe(false);
    expect(showsSameExamples(CLASSROOM, { ...CLASSROOM, examples: CLASSROOM.examples.slice(1) })).toBe(false);
    const others = CLASSROOM.examples.map((pet) => ({ ...pet, features: [...pet.features] }));
    expect(showsSameExamples(CLASSROOM, { ...CLASSROOM, examples: others })).toBe(false);
  });

  it('tells the classes apart by shape where there are no pets', () => {
    const canvas = createRecordingCanvas();
    const example = { features: [0, 0], at: [0, 0] as const, isWrong: false };
    const examples = [0, 1, 2, 3].map((classIndex) => ({ ...example, classIndex }));
    drawExamples(canvas.context, { ...CLASSROOM, examples, featureNames: ['', ''] }, SIZE, plainPalette());
    expect(canvas.named('ellipse')).toHaveLength(1);
    expect(canvas.named('lineTo')).toHaveLength(3 + 2 + 3);
    expect(new Set(canvas.settings('fillStyle'))).toEqual(
      new Set(['--violet-ink', '--orange-ink', '--green-ink', '--gold-ink']),
    );
  });
});
