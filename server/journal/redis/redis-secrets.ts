import type { Secrets } from '../secrets.ts';
import type { Connection } from './connection.ts';
import { KEYS } from './keys.ts';

/** Secrets of all servers that share a Redis: the first to need one makes it. */
export function createRedisSecrets({ ask }: Connection): Secrets {
  const read = (name: string): Promise<string | null> => ask((client) => client.get(KEYS.secret(name)));
  return {
    read,
    keep: async (name, secret) => {
      await ask((client) => client.set(KEYS.secret(name), secret, { condition: 'NX' }));
      return (await read(name)) ?? secret;
    },
    where: (name) => `the key ${KEYS.secret(name)} in Redis`,
  };
}
