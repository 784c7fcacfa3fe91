import { writeFile } from 'node:fs/promises';
import { fetchRecording } from './bots/fetch-recording.ts';
import { readOptions, USAGE, type BotOptions } from './bots/options.ts';
import { startOwnServer } from './bots/own-server.ts';
import { rehearse, type Rehearsal } from './bots/rehearse.ts';

/** A rehearsed class through real sockets, its teacher included. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.url !== null && options.key !== null) return play(options.url, options.key, options);
  const server = await startOwnServer();
  try {
    await play(server.url, server.key, options);
  } finally {
    await server.stop();
  }
}

async function play(url: string, key: string, options: BotOptions): Promise<void> {
  const rehearsal = await rehearse(url, key, options);
  if (options.recording !== null)
    await writeFile(options.recording, await fetchRecording(url, key, rehearsal.session));
  report(options, rehearsal);
}

function report(options: BotOptions, rehearsal: Rehearsal): void {
  const { students, lesson, strategy, wrong, seed } = options;
  const stage = options.stage === null ? 'all' : options.stage + 1;
  const line = { students, lesson, stage, strategy, wrong, seed, ...rehearsal };
  if (options.json) console.log(JSON.stringify(line));
  else for (const [name, value] of Object.entries(line)) console.log(`${name.padEnd(14)} ${value}`);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof RangeError || error instanceof TypeError) console.error(USAGE);
  process.exitCode = 1;
}
