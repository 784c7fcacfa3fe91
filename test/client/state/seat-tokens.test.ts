// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { createSeatTokens } from '../../../client/state/seat-tokens.ts';
import { deviceStorage, memoryStorage } from '../../../client/state/storage.ts';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

describe('the places a phone has in classes', () => {
  it('are found again after the page was closed, each by its code', () => {
    createSeatTokens(deviceStorage()).keep('KM47RX', 'one');
    createSeatTokens(deviceStorage()).keep('P23DFH', 'two');
    expect(createSeatTokens(deviceStorage()).find('KM47RX')).toBe('one');
    expect(createSeatTokens(deviceStorage()).find('P23DFH')).toBe('two');
    expect(createSeatTokens(deviceStorage()).find('XXXXXX')).toBeNull();
  });

  it('are replaced by a newer one in the same class, and gone once the student leaves', () => {
    const seats = createSeatTokens(memoryStorage());
    seats.keep('KM47RX', 'one');
    seats.keep('KM47RX', 'two');
    expect(seats.find('KM47RX')).toBe('two');
    seats.forget('KM47RX');
    expect(seats.find('KM47RX')).toBeNull();
  });

  it('do not pile up on a tablet the whole school shares', () => {
    const seats = createSeatTokens(memoryStorage());
    for (let index = 0; index < 50; index++) seats.keep(`CODE${index}`, 'token');
    expect(seats.find('CODE0')).toBeNull();
    expect(seats.find('CODE49')).toBe('token');
  });

  it.each(['nonsense', '{}', '[{"code":1}]'])('are none when the storage says %s', (text) => {
    localStorage.setItem('descenso-seats', text);
    expect(createSeatTokens(deviceStorage()).find('KM47RX')).toBeNull();
  });
});
