import { pino, type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from './config.ts';

export type Log = Logger;

/** What must never be read in a log, should somebody hand it over by mistake: secrets, and what people are called. */
const SECRETS = [
  'token',
  'teacherToken',
  'screenToken',
  'key',
  'teacherKey',
  'authorization',
  'hash',
  'auth',
];
const PERSONAL = ['name', 'names', 'pseudonym', 'roster', 'address', 'ip'];

/**
 * A log of one JSON line a fact. It speaks of sessions and seat numbers, never of names or addresses; the
 * fields of those kinds are blotted out three levels deep as a second fence.
 */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const fields = [...SECRETS, ...PERSONAL];
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: {
      paths: fields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
      censor: '[redacted]',
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
