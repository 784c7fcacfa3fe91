import { figureOf } from './figure-of.ts';
import { redisSettings } from './compose-files.ts';
import { freePort } from '../../scripts/lib/free-port.ts';
import { startProxy } from './proxy-process.ts';
import { startRedis } from './redis-process.ts';
import { startServerProcess, temporaryDataDir, type ServerProcess } from './server-process.ts';

/** What `docker compose up` starts, as processes beside this one: a Redis, two servers and the door before them. */
export type TwoServers = {
  /** The one address. */
  readonly url: string;
  readonly servers: readonly [ServerProcess, ServerProcess];
  /** Starts a server in the place of one that has ended. */
  readonly replace: (place: 0 | 1) => Promise<ServerProcess>;
  /** How many people of a role a server holds the connections of. */
  readonly held: (server: ServerProcess, role: string) => Promise<number>;
  readonly close: () => Promise<void>;
};

export async function startTwoServers(): Promise<TwoServers> {
  const data = temporaryDataDir();
  const redis = await startRedis(redisSettings());
  const [door, ...ports] = await Promise.all([freePort(), freePort(), freePort()]);
  const url = `http://127.0.0.1:${door}`;
  const env = { REDIS_URL: redis.url, PUBLIC_URL: url };
  const start = (port: number): Promise<ServerProcess> =>
    startServerProcess({ dataDir: data.path, port, env });
  const servers: [ServerProcess, ServerProcess] = await Promise.all([start(ports[0]), start(ports[1])]);
  const proxy = await startProxy(door, ports);
  return {
    url,
    servers,
    replace: async (place) => {
      servers[place] = await start(ports[place]);
      return servers[place];
    },
    held: (server, role) => figureOf(server.url, `descenso_connections{role="${role}"}`),
    close: async () => {
      await proxy.close();
      await Promise.all(servers.map((server) => server.kill()));
      await redis.dispose();
      data.remove();
    },
  };
}
