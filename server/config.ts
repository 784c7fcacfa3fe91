import * as v from 'valibot';
import { TEACHER_KEY_LEAST_CHARACTERS } from './auth/teacher-key.ts';
import { NETWORKS, readNetworks } from './trusted-proxies.ts';

/** How the operator wants the server. Every setting comes from the environment and has a default. */
export type Config = {
  /** 0 lets the machine choose. */
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** The Redis that keeps classes and recordings; null keeps them in a file of the data folder. */
  readonly redisUrl: URL | null;
  /** How many replicas of that Redis must have an event before it is acknowledged. */
  readonly redisReplicas: number;
  /** Where other servers of the same Redis reach this one, as `host:port`; null lets the machine say. */
  readonly nodeAddress: { readonly host: string; readonly port: number } | null;
  /** Null: the key made at the first start. */
  readonly teacherKey: string | null;
  /** Where the world finds the server, without a path; null where it is found by its own addresses. */
  readonly publicUrl: URL | null;
  /** Networks of proxies in front: with a public address this computer's own, unless the operator names others. */
  readonly proxies: readonly string[];
  readonly logLevel: LogLevel;
  /** How long recordings are kept once they have come to rest; null keeps them until somebody deletes them. */
  readonly retentionDays: number | null;
  /** Where the figures for Prometheus are served without a key; null where they are behind the teacher key alone. */
  readonly metrics: { readonly host: string; readonly port: number } | null;
};

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A setting that cannot be used, and one sentence that says what it may be. */
export type ConfigProblem = { readonly variable: string; readonly sentence: string };

export type ConfigReading =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment. An empty variable counts as none. */
export function readConfig(environment: Environment): ConfigReading {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = v.safeParse(environmentSchema, set);
  if (!parsed.success) return { ok: false, problems: parsed.issues.map(problemOf) };
  const {
    PORT,
    HOST,
    DATA_DIR,
    REDIS_URL,
    REDIS_REPLICAS,
    NODE_ADDRESS,
    TEACHER_KEY,
    PUBLIC_URL,
    TRUST_PROXY,
    LOG_LEVEL,
    RETENTION_DAYS,
    METRICS_HOST,
    METRICS_PORT,
  } = parsed.output;
  return {
    ok: true,
    config: {
      port: PORT,
      host: HOST,
      dataDir: DATA_DIR,
      redisUrl: REDIS_URL ?? null,
      redisReplicas: REDIS_REPLICAS,
      nodeAddress: NODE_ADDRESS ?? null,
      teacherKey: TEACHER_KEY ?? null,
      publicUrl: PUBLIC_URL ?? null,
      proxies: TRUST_PROXY ?? (PUBLIC_URL === undefined ? [] : NETWORKS.loopback),
      logLevel: LOG_LEVEL,
      retentionDays: RETENTION_DAYS,
      metrics: METRICS_PORT === undefined ? null : { host: METRICS_HOST, port: METRICS_PORT },
    },
  };
}

const port = v.pipe(
  v.string(),
  v.check(
    (text) => /^\d{1,5}$/u.test(text) && Number(text) <= 65_535,
    said('must be a whole number from 0 to 65535'),
  ),
  v.transform(Number),
);

const publicUrl = v.pipe(
  v.string(),
  v.check(
    isBareWebAddress,
    said('must be a web address without a path, such as https://descenso.example.org'),
  ),
  v.transform((text) => new URL(text)),
);

const trustProxy = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const read = readNetworks(dataset.value);
    if (read !== null) return read;
    addIssue({
      message: `must be addresses, networks such as 10.1.0.0/16, "loopback" or "private", with commas between them, not ${JSON.stringify(dataset.value)}`,
    });
    return NEVER;
  }),
);

/** Zero is refused: to some it means never, to others at once, and one of the two loses every recording. */
const retentionDays = v.pipe(
  v.string(),
  v.check(
    (text) => text === 'never' || (/^\d{1,5}$/u.test(text) && Number(text) >= 1),
    said('must be a whole number of days from 1 to 99999, or "never" to keep all recordings'),
  ),
  v.transform((text) => (text === 'never' ? null : Number(text))),
);

const environmentSchema = v.object({
  PORT: v.optional(port, '3000'),
  HOST: v.optional(v.string(), '0.0.0.0'),
  DATA_DIR: v.optional(v.string(), './data'),
  // The address may hold a password: it is never repeated.
  REDIS_URL: v.optional(
    v.pipe(
      v.string(),
      v.check(isRedisAddress, 'must be an address such as redis://localhost:6379'),
      v.transform((text) => new URL(text)),
    ),
  ),
  REDIS_REPLICAS: v.optional(
    v.pipe(v.string(), v.regex(/^[0-5]$/u, said('must be a whole number from 0 to 5')), v.transform(Number)),
    '0',
  ),
  NODE_ADDRESS: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[^\s:/]+:\d{1,5}$/u, said('must be a host and a port, such as app-1:3100')),
      v.transform((text) => {
        const [host = '', nodePort] = text.split(':');
        return { host, port: Number(nodePort) };
      }),
    ),
  ),
  TEACHER_KEY: v.optional(
    v.pipe(
      v.string(),
      // The value itself is a secret: it is never repeated.
      v.minLength(
        TEACHER_KEY_LEAST_CHARACTERS,
        `must have at least ${TEACHER_KEY_LEAST_CHARACTERS} characters`,
      ),
      v.regex(
        /^[!-~]+$/u,
        'must be of letters, digits and signs without spaces or accents: it travels in a header',
      ),
    ),
  ),
  PUBLIC_URL: v.optional(publicUrl),
  TRUST_PROXY: v.optional(trustProxy),
  LOG_LEVEL: v.optional(v.picklist(LOG_LEVELS, said(`must be one of ${LOG_LEVELS.join(', ')}`)), 'info'),
  RETENTION_DAYS: v.optional(retentionDays, '90'),
  METRICS_HOST: v.optional(v.string(), '127.0.0.1'),
  METRICS_PORT: v.optional(port),
});

/** What the variable must be, and what it was. */
function said(mustBe: string): (issue: { readonly input: unknown }) => string {
  return ({ input }) => `${mustBe}, not ${JSON.stringify(input)}`;
}

function isRedisAddress(text: string): boolean {
  return URL.canParse(text) && ['redis:', 'rediss:'].includes(new URL(text).protocol);
}

function isBareWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname, search, hash, username } = new URL(text);
  return (
    (protocol === 'http:' || protocol === 'https:') && [pathname, search, hash, username].join('') === '/'
  );
}

function problemOf(issue: v.BaseIssue<unknown>): ConfigProblem {
  const variable = v.getDotPath(issue) ?? 'environment';
  return { variable, sentence: `${variable} ${issue.message}.` };
}
