import type { Config } from '../../server/config.ts';
import { TEST_KEY } from './server-process.ts';

/** A server of a test's own process: on a free port of this computer, over files in a folder, and silent. */
export function plainConfig(dataDir: string): Config {
  return {
    port: 0,
    host: '127.0.0.1',
    dataDir,
    redisUrl: null,
    redisReplicas: 0,
    nodeAddress: null,
    teacherKey: TEST_KEY,
    publicUrl: null,
    proxies: [],
    logLevel: 'silent',
    retentionDays: null,
    metrics: null,
  };
}
