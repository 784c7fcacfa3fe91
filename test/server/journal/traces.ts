import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Which of these texts are anywhere in the raw files of a folder: the database, its log, its index, copies. */
export function tracesOf(texts: readonly string[], folder: string): readonly string[] {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return files.flatMap(({ name }) => {
    const bytes = readFileSync(join(folder, name));
    return texts.filter((text) => bytes.includes(text)).map((text) => `${name}: ${text}`);
  });
}

/** Waits, a minute at most, until none of these texts is in the raw files any more, and says those that stay. */
export async function tracesAfterAMinute(
  texts: readonly string[],
  folder: string,
): Promise<readonly string[]> {
  const deadline = performance.now() + 60_000;
  let traces = tracesOf(texts, folder);
  while (traces.length > 0 && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    traces = tracesOf(texts, folder);
  }
  return traces;
}
