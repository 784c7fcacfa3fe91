import { describe, expect, it } from 'vitest';
import { readOptions } from '../../../scripts/bots/options.ts';

describe('the stage that bots rehearse', () => {
  it('is the whole lesson unless one is named', () => {
    expect(readOptions(['--lesson', 'xor'])).toMatchObject({ stage: null, rounds: null });
  });

  it('is named by its kind, the first where there are several, or by its number', () => {
    expect(readOptions(['--lesson', 'xor', '--stage', 'probe']).stage).toBe(0);
    expect(readOptions(['--lesson', 'xor', '--stage', '2']).stage).toBe(1);
    expect(readOptions(['--lesson', 'xor', '--stage', 'test']).stage).toBe(4);
  });

  it('is one the lesson has', () => {
    expect(() => readOptions(['--lesson', 'xor', '--stage', 'guess'])).toThrow(
      '1 probe, 2 probe, 3 backprop',
    );
    expect(() => readOptions(['--lesson', 'xor', '--stage', '6'])).toThrow(RangeError);
    expect(() => readOptions(['--lesson', 'xor', '--stage', '0'])).toThrow(RangeError);
  });
});
