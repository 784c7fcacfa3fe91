import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'redis';
import { freePort } from '../../scripts/lib/free-port.ts';

/** Three of Redis's own watchers, two of which have to agree that a primary is gone. */
export type RedisSentinels = {
  /** Whether they can agree. */
  readonly knowEachOther: () => Promise<boolean>;
  /** The port of whoever is primary by their word. */
  readonly primaryPort: () => Promise<number>;
  readonly dispose: () => Promise<void>;
};

const NAME = 'descenso';

export async function startSentinels(primary: string): Promise<RedisSentinels> {
  const folder = mkdtempSync(join(tmpdir(), 'descenso-sentinels-'));
  const ports = await Promise.all([freePort(), freePort(), freePort()]);
  const processes = ports.map((port) => {
    const file = join(folder, `${port}.conf`);
    const lines = [
      `port ${port}`,
      'bind 127.0.0.1',
      `sentinel monitor ${NAME} 127.0.0.1 ${new URL(primary).port} 2`,
      `sentinel down-after-milliseconds ${NAME} 1000`,
      `sentinel failover-timeout ${NAME} 10000`,
    ];
    writeFileSync(file, lines.join('\n'));
    return spawn('redis-server', [file, '--sentinel'], { stdio: 'ignore' });
  });
  const clients = await Promise.all(
    ports.map((port) =>
      createClient({ url: `redis://127.0.0.1:${port}` })
        .on('error', () => undefined)
        .connect(),
    ),
  );
  const says = (): Promise<readonly string[]> =>
    Promise.all(clients.map((client) => client.info('sentinel')));
  return {
    knowEachOther: async () => (await says()).every((text) => text.includes('slaves=1,sentinels=3')),
    primaryPort: async () => Number(/address=[^:]+:(\d+)/u.exec((await says())[0] ?? '')?.[1]),
    dispose: async () => {
      for (const client of clients) client.destroy();
      const ended = processes.map((one) => once(one, 'exit'));
      for (const one of processes) one.kill('SIGKILL');
      await Promise.all(ended);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
