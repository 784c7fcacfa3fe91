import { describeFailure, play, type Play, type Played } from './play.ts';
import badSeeds from './bad-seeds.json' with { type: 'json' };

/** A seed that failed once, and what it had found: played before all others, for ever. */
export type BadSeed = { readonly seed: number; readonly found: string };

export type Tally = {
  readonly played: number;
  readonly steps: number;
  readonly virtualMs: number;
  readonly events: number;
  readonly failures: readonly Played[];
};

/** The seeds that failed before, then as many as are wanted. */
export function seedsToPlay(from: number, count: number): readonly number[] {
  const bad: readonly BadSeed[] = badSeeds;
  return [...bad.map(({ seed }) => seed), ...Array.from({ length: count }, (_, index) => from + index)];
}

/** Plays seeds until so many have failed; those are played once more, with all that happens written down. */
export async function playSeeds(
  seeds: readonly number[],
  failuresMost: number,
  options: Omit<Play, 'seed' | 'traced'> = {},
): Promise<Tally> {
  const tally = { played: 0, steps: 0, virtualMs: 0, events: 0, failures: [] as Played[] };
  for (const seed of seeds) {
    const played = await play({ ...options, seed });
    tally.played += 1;
    tally.steps += played.steps;
    tally.virtualMs += played.virtualMs;
    tally.events += played.events;
    if (played.failure !== null) tally.failures.push(await play({ ...options, seed, traced: true }));
    if (tally.failures.length >= failuresMost) break;
  }
  return tally;
}

export function describeTally({ played, steps, virtualMs, events, failures }: Tally): string {
  const hours = (virtualMs / 3_600_000).toFixed(1);
  return [
    ...failures.map((failed) => describeFailure(failed)),
    `${played} classes, ${steps} steps, ${events} events, ${hours} hours of class time: ${failures.length} failed`,
  ].join('\n');
}
