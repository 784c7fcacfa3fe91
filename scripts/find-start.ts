import { chanceOf, drawCandidate, isNearChance, layOut } from './find-start/candidate.ts';
import { judgeRounds } from './find-start/judge-rounds.ts';
import { judgeStop } from './find-start/judge-stop.ts';
import { FIND_USAGE, readFindOptions, type FindOptions } from './find-start/options.ts';

/** Looks for data and starts a lesson can be pinned to: they are rare, so it takes minutes. */
function find({ goal, range, seconds, seed, from }: FindOptions): void {
  const until = performance.now() + seconds * 1000;
  let attempt = from;
  do {
    const candidate = drawCandidate(range, seed, attempt);
    const laid = layOut(candidate);
    const chance = chanceOf(range.data);
    if (isNearChance(candidate, laid, chance)) {
      const found = goal === 'stop' ? judgeStop(candidate, laid) : judgeRounds(candidate, laid, chance);
      if (found !== null) console.log(JSON.stringify({ attempt, ...found, ...candidate }));
    }
    attempt++;
  } while (performance.now() < until);
  console.error(`looked at ${attempt - from} candidates; the next is --from ${attempt}`);
}

try {
  find(readFindOptions(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(FIND_USAGE);
  process.exitCode = 1;
}
