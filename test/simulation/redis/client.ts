import { asJournalError } from '../../../server/journal/redis/failure.ts';
import type { Connection, RedisClient } from '../../../server/journal/redis/connection.ts';
import type { AtOnce, Doing } from '../store/at-once.ts';
import { throughTime } from '../store/at-once.ts';
import type { Entry, Keyspace } from './keyspace.ts';
import type { Script } from './scripts.ts';

/** One server's line to a simulated Redis: as much of the client as the journal and the leases touch. */
export function connectTo(
  redis: Keyspace,
  scripts: ReadonlyMap<string, Script>,
  doing: Doing,
): Pick<Connection, 'ask' | 'run' | 'close'> {
  const commands: AtOnce<Commands> = {
    get: redis.get,
    del: redis.del,
    hGet: redis.hGet,
    hmGet: (key, fields) => fields.map((field) => redis.hGet(key, field)),
    hSet: redis.hSet,
    hGetAll: redis.hGetAll,
    sAdd: redis.sAdd,
    sRem: redis.sRem,
    sMembers: redis.sMembers,
    xRange: (key, from, _, { COUNT }) =>
      redis
        .entries(key)
        .filter((entry) => isFrom(entry, from))
        .slice(0, COUNT)
        .map(({ epoch, version, message }) => ({ id: `${epoch}-${version}`, message })),
    unlink: (keys) => keys.forEach(redis.del),
    wait: () => 0,
    eval: (text, { keys, arguments: values }) => {
      const script = scripts.get(text);
      if (script === undefined) throw new Error(`a script without a twin: ${text}`);
      return script(redis, keys, values);
    },
    exec: (tasks) => tasks.forEach((task) => task()),
  };
  const asked = throughTime<Commands>(commands, doing);
  const client = { ...asked, multi: () => multi(redis, asked.exec) } as unknown as RedisClient; // a double: see above

  const ask: Connection['ask'] = async (work) => {
    try {
      return await work(client);
    } catch (error) {
      throw asJournalError(error);
    }
  };
  return {
    ask,
    run: (script, keys, values) => ask(() => asked.eval(script, { keys, arguments: values.map(String) })),
    close: async () => undefined,
  };
}

type Commands = {
  readonly get: (key: string) => Promise<string | null>;
  readonly del: (key: string) => Promise<void>;
  readonly hGet: (key: string, field: string) => Promise<string | null>;
  readonly hmGet: (key: string, fields: readonly string[]) => Promise<readonly (string | null)[]>;
  readonly hSet: (key: string, field: string, value: string) => Promise<void>;
  readonly hGetAll: (key: string) => Promise<Readonly<Record<string, string>>>;
  readonly sAdd: (key: string, member: string) => Promise<void>;
  readonly sRem: (key: string, member: string) => Promise<void>;
  readonly sMembers: (key: string) => Promise<readonly string[]>;
  readonly xRange: (
    key: string,
    from: string,
    to: string,
    options: { readonly COUNT: number },
  ) => Promise<readonly { readonly id: string; readonly message: Entry['message'] }[]>;
  readonly unlink: (keys: readonly string[]) => Promise<void>;
  readonly wait: () => Promise<number>;
  readonly eval: (
    text: string,
    given: { readonly keys: readonly string[]; readonly arguments: readonly string[] },
  ) => Promise<readonly string[]>;
  readonly exec: (tasks: readonly (() => void)[]) => Promise<void>;
};

/** Gathers commands, and does them in one go. */
function multi(redis: Keyspace, exec: Commands['exec']): unknown {
  const tasks: (() => void)[] = [];
  const gather = {
    set: (
      key: string,
      value: string,
      { expiration }: { readonly expiration: { readonly value: number } },
    ) => {
      tasks.push(() => redis.set(key, value, expiration.value));
      return gather;
    },
    sAdd: (key: string, member: string) => {
      tasks.push(() => redis.sAdd(key, member));
      return gather;
    },
    exec: () => exec(tasks),
  };
  return gather;
}

/** `<epoch>-<version>`, or after it with a bracket before. */
function isFrom(entry: Entry, from: string): boolean {
  const after = from.startsWith('(');
  const [epoch = 0, version = 0] = from.replace('(', '').split('-').map(Number);
  const least = after ? version + 1 : version;
  return entry.epoch > epoch || (entry.epoch === epoch && entry.version >= least);
}
