import { writeFile } from 'node:fs/promises';
import { PLAYABILITY_USAGE, readPlayabilityOptions, type PlayabilityOptions } from './playability/options.ts';
import { playRows } from './playability/play-rows.ts';
import { holds } from './playability/row.ts';
import { playabilityPage } from './playability/page.ts';

/** Whether the lessons can be played as they are meant, measured. Exit code 0: every row that must hold does; 1: not. */
async function main({ rows: plans, workers, json, write }: PlayabilityOptions): Promise<void> {
  const rows = await playRows(plans, workers, progressOf(plans.length));
  if (json) for (const row of rows) console.log(JSON.stringify(row));
  else console.log(playabilityPage(rows));
  if (write) await writeFile(new URL('../docs/playability.md', import.meta.url), playabilityPage(rows));
  const missed = rows.filter((row) => row.goal === true && !holds(row));
  for (const { lesson, stage, stageNumber, seats, mixture, reached } of missed)
    console.error(`does not hold: ${lesson}, stage ${stageNumber} (${stage}), ${seats}, ${mixture}: ${reached}`);
  if (missed.length > 0) process.exitCode = 1;
}

/** Tells how far it is, where it is not in the way of what is printed: every hundredth part. */
function progressOf(rows: number): (played: number) => void {
  const started = performance.now();
  const step = Math.max(1, Math.round(rows / 100));
  return (played) => {
    const seconds = Math.round((performance.now() - started) / 1000);
    if (played % step === 0 || played === rows) console.error(`${played} of ${rows} rows, ${seconds} s`);
  };
}

try {
  await main(readPlayabilityOptions(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(PLAYABILITY_USAGE);
  process.exitCode = 1;
}
