import { describe, expect, it } from 'vitest';
import type { Clause } from './broken.ts';
import { playSeeds } from './seeds.ts';
import type { Mischief } from './world.ts';

/** Seeds within which a broken rule has to be noticed, from the first on or from one that notices it now. */
const WITHIN = 60;

const edit = (change: (event: Record<string, unknown>) => unknown) => (texts: readonly string[]) =>
  texts.map((text) => {
    const stored = JSON.parse(text) as { event: Record<string, unknown> }; // as server/room wrote it
    change(stored.event);
    return JSON.stringify(stored);
  });

/** Each breaks one promise on purpose, through a door of the simulated disk, server or network. */
const MISCHIEF: readonly (readonly [Clause, string, () => Mischief, from?: number])[] = [
  [
    'a',
    'a disk forgets whose nudge it keeps',
    () => ({ rewrite: edit((event) => event['type'] === 'nudged' && (event['intent'] = null)) }),
  ],
  [
    'a',
    'a disk writes every nudge twice',
    () => ({
      rewrite: (texts) => texts.flatMap((text) => (text.includes('"nudged"') ? [text, text] : [text])),
    }),
  ],
  [
    'b',
    'a disk files a nudge under another weight',
    () => ({ rewrite: edit((event) => event['type'] === 'nudged' && (event['parameter'] = 1_000)) }),
  ],
  [
    'b',
    'a step leaves a weight beyond its bound',
    () => ({
      rewrite: edit((event) => event['type'] === 'step-taken' && (event['parameters'] = [31, 31])),
    }),
  ],
  [
    'c',
    'the server miscounts who is here',
    () => ({ alters: (text) => text.replace(/"present":\d+/u, '"present":99') }),
  ],
  ['d', 'the server forgets to send a frame', () => ({ forgets: every(9) })],
  ['d', 'a journal says it keeps what it has yet to write', () => ({ acknowledgesTooEarly: true })],
  [
    'd',
    'a journal leaves out a version',
    () => ({ reread: (lines) => lines.filter(({ version }) => version !== 7) }),
  ],
  ['e', 'the server never answers', () => ({ staysSilent: every(5) })],
  [
    'g',
    'a disk deals the weights anew in the middle of a round',
    () => ({
      rewrite: edit((event) => {
        if (event['type'] === 'nudged')
          Object.assign(event, { type: 'ownership-changed', owners: [[1], [1]] });
      }),
    }),
  ],
  ['f', 'a slow phone is sent every state', () => ({ sendsAll: true }), 43],
];

/** True once in so many times. */
function every(count: number): () => boolean {
  let asked = 0;
  return () => (asked += 1) % count === 0;
}

describe('the oracle notices when', () => {
  const all = MISCHIEF.map(([clause, what, mischief, from = 1]) => ({ clause, what, mischief, from }));

  it.each(all)('($clause) $what', { timeout: 60_000 }, async ({ clause, mischief, from }) => {
    const seeds = Array.from({ length: WITHIN }, (_none, index) => from + index);
    const { failures } = await playSeeds(seeds, 1, { mischief });
    expect(failures.map(({ failure }) => failure)).toMatchObject([{ clause }]);
  });
});
