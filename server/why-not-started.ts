import type { Config } from './config.ts';

/** One sentence for an operator about why the server did not start. A bug keeps its own words. */
export function whyNotStarted(error: unknown, config: Config): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return new Error(`Port ${config.port} is in use: stop what uses it, or set PORT to another one.`);
    case 'EACCES':
    case 'EPERM':
      return new Error(
        `This user may not listen on port ${config.port} or write to ${config.dataDir}: choose another PORT or DATA_DIR.`,
      );
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
      return new Error(
        'There is no Redis at REDIS_URL: start it, or unset REDIS_URL to keep classes in a file.',
      );
    case 'EADDRNOTAVAIL':
      return new Error(`This machine has no address ${config.host}: set HOST to one it has, or to 0.0.0.0.`);
    default:
      return error;
  }
}
