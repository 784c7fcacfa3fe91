import { describe, expect, it } from 'vitest';
import { createArriving } from '../../../client/state/arriving.svelte.ts';

/** A line that is down until it is mended, and a clock that a test turns. */
function line() {
  const asked: string[] = [];
  const pauses: number[] = [];
  let isUp = false;
  let mended = 0;
  let ring: (() => void) | null = null;
  const arriving = createArriving<string, string>({
    load: async (key) => {
      asked.push(key);
      if (!isUp) throw new Error('the line is down');
      return `${key} is here`;
    },
    mend: async () => void (mended += 1),
    after: (ms, then) => {
      pauses.push(ms);
      ring = then;
      return () => (ring = null);
    },
  });
  return {
    arriving,
    asked,
    pauses,
    mended: () => mended,
    bringUp: () => (isUp = true),
    isWaiting: () => ring !== null,
    pass: async () => {
      const then = ring;
      ring = null;
      then?.();
      await settled();
    },
  };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('a scene on its way to a phone', () => {
  it('is tried again over a line that broke, ever more patiently, until it is here', async () => {
    const { arriving, bringUp, pass, pauses, mended } = line();
    arriving.fetch('es');
    await settled();
    expect(arriving.isFailing).toBe(true);
    for (let tries = 0; tries < 5; tries++) await pass();
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
    expect(mended()).toBe(5);
    bringUp();
    await pass();
    expect(arriving.part).toBe('es is here');
    expect(arriving.isFailing).toBe(false);
  });

  it('is fetched once', async () => {
    const { arriving, asked, bringUp } = line();
    bringUp();
    arriving.fetch('es');
    await settled();
    arriving.fetch('es');
    await settled();
    expect(asked).toEqual(['es']);
  });

  it('stays in the language it has until the other one is here', async () => {
    const { arriving, bringUp } = line();
    bringUp();
    const stop = arriving.fetch('es');
    await settled();
    stop();
    arriving.fetch('en');
    expect(arriving.part).toBe('es is here');
    await settled();
    expect(arriving.part).toBe('en is here');
  });

  it('is forgotten by a page that is left', async () => {
    const { arriving, isWaiting } = line();
    const stop = arriving.fetch('es');
    await settled();
    expect(isWaiting()).toBe(true);
    stop();
    expect(isWaiting()).toBe(false);
  });
});
