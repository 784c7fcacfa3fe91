import { describe, expect, it } from 'vitest';
import { formatCode, normaliseCode } from '../../../client/text/join-code.ts';

describe('a join code', () => {
  it('is the same however it is typed or pasted', () => {
    for (const typed of ['km4-7rx', ' KM4 7RX ', 'Km47rX', 'km4–7rx', 'KM4-7RX please']) {
      expect(normaliseCode(typed)).toBe('KM47RX');
    }
  });

  it('is shown in two threes, as soon as there is a second one', () => {
    expect(['', 'KM4', 'KM47', 'KM47RX'].map(formatCode)).toEqual(['', 'KM4', 'KM4-7', 'KM4-7RX']);
  });
});
