import { describe, expect, it } from 'vitest';
import type { NodeDown, NodeLine } from '../../server/cluster/messages.ts';
import { JournalError, type Journal } from '../../server/journal/journal.ts';
import type { NodeNetwork } from '../../server/net/nodes.ts';
import type { Clause } from './broken.ts';
import { playSeeds } from './seeds.ts';
import { playsOnSeveral, type Mischief } from './world.ts';

/** Of classes that several servers play, so many within which a broken rule has to be noticed. */
const WITHIN = 60;

/**
 * Each breaks one rule of those that keep a class in one hand, through a door of the simulated store, process or line. The
 * first seed is one that notices it now: what is rare is not waited for in every run.
 */
const MISCHIEF: readonly (readonly [Clause, string, number, () => Mischief])[] = [
  ['d', 'a stream takes what a former owner writes', 20, () => ({ unfenced: true })],
  ['a', 'a former owner takes its refusal for a yes', 40, () => ({ journal: withoutRefusals })],
  [
    'e',
    'a server takes every class for its own',
    4,
    () => ({ ownership: (own) => ({ ...own, claim: async () => own.node, ownerOf: async () => own.node }) }),
  ],
  ['e', 'a former owner keeps the people of others', 34, () => ({ network: withoutFarewells })],
  ['e', 'a class that moves forgets what was asked', 8, () => ({ network: withoutRepeats })],
  ['e', 'a class that moves forgets who is in it', 68, () => ({ network: withoutReturns })],
];

function withoutRefusals(journal: Journal): Journal {
  return {
    ...journal,
    append: (...given) =>
      journal.append(...given).catch((error: unknown) => {
        if (!(error instanceof JournalError) || error.reason !== 'fenced') throw error;
      }),
  };
}

function withoutFarewells(network: NodeNetwork): NodeNetwork {
  const isFarewell = (message: NodeDown): boolean =>
    message.kind === 'show-out' && message.reason === 'restarting';
  return {
    ...network,
    openDoor: ({ receive, ...door }) =>
      network.openDoor({
        ...door,
        receive: (say) => receive((message) => (isFarewell(message) ? undefined : say(message))),
      }),
  };
}

function withoutRepeats(network: NodeNetwork): NodeNetwork {
  const asked = new Set<string>();
  return onEveryLine(network, (line) => ({
    ...line,
    ask: (question, answered) => {
      const key = question.kind === 'ask' ? `${question.guest}/${question.asked.seq}` : null;
      if (key === null || !asked.has(key)) line.ask(question, answered);
      if (key !== null) asked.add(key);
    },
  }));
}

function withoutReturns(network: NodeNetwork): NodeNetwork {
  const entered = new Set<string>();
  return onEveryLine(network, (line) => ({
    ...line,
    say: (message) => {
      if (message.kind !== 'enter' || !entered.has(message.guest)) line.say(message);
      if (message.kind === 'enter') entered.add(message.guest);
    },
  }));
}

function onEveryLine(network: NodeNetwork, change: (line: NodeLine) => NodeLine): NodeNetwork {
  return { ...network, dial: (...given) => change(network.dial(...given)) };
}

describe('the oracle notices over several servers when', () => {
  it.each(MISCHIEF)('(%s) %s', { timeout: 60_000 }, async (clause, _, from, mischief) => {
    const seeds = Array.from({ length: 3 * WITHIN }, (_none, index) => from + index).filter(playsOnSeveral);
    const { failures } = await playSeeds(seeds.slice(0, WITHIN), 1, { mischief });
    expect(failures.map(({ failure }) => failure)).toMatchObject([{ clause }]);
  });
});
