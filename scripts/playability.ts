import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { PLAYABILITY_USAGE, readPlayabilityOptions, type PlayabilityOptions } from './playability/options.ts';
import { playRows } from './playability/play-rows.ts';
import { playabilityPage } from './playability/page.ts';
import { holds, type Row } from './playability/row.ts';

/** Whether the lessons can be played as they are meant, measured. Exit code 0: every row that must hold does; 1: not. */
async function main({ rows: plans, workers, json, write }: PlayabilityOptions): Promise<void> {
  const rows = await playRows(plans, workers, progress());
  if (json) for (const row of rows) console.log(JSON.stringify(row));
  else console.log(playabilityPage(rows));
  if (write) await writePage(rows);
  const missed = rows.filter((row) => row.goal === true && !holds(row));
  for (const { lesson, stage, stageNumber, seats, mixture, reached } of missed)
    console.error(
      `does not hold: ${lesson}, stage ${stageNumber} (${stage}), ${seats}, ${mixture}: ${reached}`,
    );
  if (missed.length > 0) process.exitCode = 1;
}

/** As prettier would have it, so that a page that was made again only differs in its numbers. */
async function writePage(rows: readonly Row[]): Promise<void> {
  const path = fileURLToPath(new URL('../docs/playability.md', import.meta.url));
  const style = await resolveConfig(path);
  await writeFile(path, await format(playabilityPage(rows), { ...style, filepath: path }));
}

/** Tells how far it is, on the way that nothing else is printed on. */
function progress(): (played: number, of: number) => void {
  const started = performance.now();
  return (played, of) => {
    const seconds = Math.round((performance.now() - started) / 1000);
    if (played % 10 === 0 || played === of) console.error(`${played} of ${of} rows, ${seconds} s`);
  };
}

try {
  await main(readPlayabilityOptions(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(PLAYABILITY_USAGE);
  process.exitCode = 1;
}
