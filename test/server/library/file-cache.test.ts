import { expect, it } from 'vitest';
import { createFileCache } from '../../../server/library/file-cache.ts';

it('makes a file once for all who ask for it in the same moment, and again once it was forgotten', async () => {
  const cache = createFileCache<number>(2);
  let made = 0;
  const make = async (): Promise<number> => ++made;
  expect(await Promise.all([cache.get('ada', 'plain', make), cache.get('ada', 'plain', make)])).toEqual([
    1, 1,
  ]);
  expect(await cache.get('ada', 'with names', make)).toBe(2);
  cache.forget('ada');
  expect(await cache.get('ada', 'plain', make)).toBe(3);
});

it('keeps the latest that were asked for', async () => {
  const cache = createFileCache<number>(2);
  let made = 0;
  const get = (owner: string): Promise<number> => cache.get(owner, 'plain', async () => ++made);
  expect([await get('ada'), await get('bea'), await get('ada'), await get('caro')]).toEqual([1, 2, 1, 3]);
  expect([await get('ada'), await get('bea')]).toEqual([1, 4]);
});

it('does not keep what could not be made', async () => {
  const cache = createFileCache<number>(2);
  await expect(cache.get('ada', 'plain', () => Promise.reject(new Error('disk')))).rejects.toThrow('disk');
  expect(await cache.get('ada', 'plain', async () => 1)).toBe(1);
});
