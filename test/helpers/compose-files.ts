import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** What `docker-compose.yml` says of a service, as far as tests look at it. */
export type ComposeService = {
  readonly image?: string;
  readonly build?: { readonly target?: string };
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly networks?: readonly string[];
  readonly ports?: readonly string[];
  readonly user?: string;
  readonly restart?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly mem_limit?: string;
  readonly pids_limit?: number;
  readonly stop_grace_period?: string;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
};

export type ComposeFile = {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
};

/** A file of the project, by its path from the top. */
export function projectFile(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}

export function composeFile(): ComposeFile {
  return parse(projectFile('docker-compose.yml'), { merge: true }) as ComposeFile; // a test holds it against its schema
}

/** How compose starts Redis, as names and values. */
export function redisSettings(): Readonly<Record<string, string>> {
  const [program, ...words] = composeFile().services['redis']?.command ?? [];
  if (program !== 'redis-server')
    throw new Error(`Redis should be started by its own program, not ${program}`);
  const names = words.filter((_, index) => index % 2 === 0);
  return Object.fromEntries(
    names.map((name, index) => [name.replace(/^--/u, ''), words[2 * index + 1] ?? '']),
  );
}

/** One instruction of the Dockerfile: `CMD` and what follows it, with continued lines joined. */
export type Instruction = { readonly name: string; readonly text: string };

/** The Dockerfile's stages by name, each with its instructions. */
export function dockerStages(): ReadonlyMap<string, readonly Instruction[]> {
  const stages = new Map<string, Instruction[]>();
  let stage: Instruction[] = [];
  for (const line of projectFile('Dockerfile')
    .replace(/\\\n\s*/gu, '')
    .split('\n')) {
    const [, name, text = ''] = /^([A-Z]+) (.*)$/u.exec(line) ?? [];
    if (name === undefined) continue;
    if (name === 'FROM') stages.set(/ AS (\S+)$/u.exec(text)?.[1] ?? '', (stage = []));
    stage.push({ name, text });
  }
  return stages;
}
