import { describe, expect, it } from 'vitest';
import { heatColour, paintActivations } from '../../../client/draw/heat-map.ts';
import { plainPalette } from './plain-palette.ts';

const { heat } = plainPalette();

describe('what a neuron sees', () => {
  it('is violet at −1, paper at 0 and orange at 1', () => {
    expect(heatColour(-1, heat)).toEqual([0, 0, 255]);
    expect(heatColour(0, heat)).toEqual([255, 255, 255]);
    expect(heatColour(1, heat)).toEqual([255, 128, 0]);
    expect(heatColour(0.5, heat)).toEqual([255, 192, 128]);
  });

  it('fills every cell, opaque, row by row', () => {
    const bytes = new Uint8ClampedArray(4 * 4);
    paintActivations({ columns: 2, rows: 2, values: [-1, 1, 1, -1] }, heat, bytes);
    expect([...bytes]).toEqual([0, 0, 255, 255, 255, 128, 0, 255, 255, 128, 0, 255, 0, 0, 255, 255]);
  });

  it('shows what lies beyond the ends as the ends, and what is not a number as the middle', () => {
    const bytes = new Uint8ClampedArray(3 * 4);
    paintActivations({ columns: 3, rows: 1, values: [-7, 42, NaN] }, heat, bytes);
    expect(Array.from(bytes.subarray(0, 3))).toEqual([0, 0, 255]);
    expect(Array.from(bytes.subarray(4, 7))).toEqual([255, 128, 0]);
    for (const channel of bytes.subarray(8, 11)) expect(channel).toBeGreaterThan(250);
  });
});
