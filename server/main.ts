import { networkInterfaces } from 'node:os';
import { fileURLToPath } from 'node:url';
import { lanAddresses } from './address.ts';
import { banner, terminalLanguage } from './banner.ts';
import { readConfig, type Config } from './config.ts';
import { lockDataFolder, type DataLock } from './data-lock.ts';
import { createLog, type Log } from './log.ts';
import { startServer } from './server.ts';
import { toldToBegin } from './standby.ts';
import { whyNotStarted } from './why-not-started.ts';

const NO_LOCK: DataLock = { release: () => Promise.resolve() };

/** The one place where the environment, signals and exit codes are known. */
if (process.argv.includes('--standby')) await toldToBegin(process);
const reading = readConfig(process.env);
if (reading.ok) {
  await run(reading.config);
} else {
  for (const { sentence } of reading.problems) process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

async function run(config: Config): Promise<void> {
  const log = createLog(logLevel(config));
  // Servers that share a Redis keep nothing in a folder.
  const lock = config.redisUrl === null ? await lockDataFolder(config.dataDir).catch(giveUp) : NO_LOCK;
  if (lock === null) {
    giveUp(
      new Error(`Another server is running on the data folder ${config.dataDir}: stop it, or set DATA_DIR.`),
    );
  }
  const clientFolder = fileURLToPath(new URL('../client', import.meta.url));
  const server = await startServer({ config, log, clientFolder }).catch((error: unknown) =>
    giveUp(whyNotStarted(error, config)),
  );
  stopOnSignal(async () => {
    await server.stop();
    await lock.release();
  }, log);
  const { port, teacherKey, report, restored } = server;
  const { host, publicUrl } = config;
  const lan = lanAddresses(networkInterfaces());
  const language = terminalLanguage(process.env);
  process.stdout.write(banner({ port, host, publicUrl, lan, teacherKey, report, restored, language }));
  log.info({ port, store: report.kind, ...restored }, 'listening');
  process.send?.({ kind: 'listening', port });
}

/** JSON lines in a teacher's terminal hide the address and the QR code; who reads logs asks for them or pipes them. */
function logLevel(config: Config): Config['logLevel'] {
  return process.stdout.isTTY && process.env['LOG_LEVEL'] === undefined ? 'warn' : config.logLevel;
}

function giveUp(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

function stopOnSignal(stop: () => Promise<void>, log: Log): void {
  let stopping = false;
  const onSignal = async (signal: NodeJS.Signals): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    try {
      await stop();
      process.exit(0);
    } catch (error) {
      log.error({ err: error }, 'stopping failed');
      process.exit(1);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
}
