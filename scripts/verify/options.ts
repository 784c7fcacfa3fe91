import { parseArgs } from 'node:util';

export type VerifyOptions = {
  readonly file: string;
  /** Where the server keeps the key it seals with. */
  readonly dataDir: string;
};

export const USAGE = 'npm run verify -- FILE [--data-dir ./data]';

/** Reads the command line. Throws a TypeError or a RangeError with one clear sentence. */
export function readOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): VerifyOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { 'data-dir': { type: 'string', default: environment['DATA_DIR'] ?? './data' } },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1)
    throw new RangeError('one recording at a time is verified');
  return { file, dataDir: values['data-dir'] };
}
