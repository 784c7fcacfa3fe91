import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../server/config.ts';

function sentencesOf(environment: Record<string, string>): readonly string[] {
  const reading = readConfig(environment);
  return reading.ok ? [] : reading.problems.map(({ sentence }) => sentence);
}

describe('the settings', () => {
  it('all have a default, and an empty one counts as none', () => {
    const config = {
      port: 3000,
      host: '0.0.0.0',
      dataDir: './data',
      redisUrl: null,
      redisReplicas: 0,
      nodeAddress: null,
      teacherKey: null,
      publicUrl: null,
      proxies: [],
      logLevel: 'info',
      retentionDays: 90,
      metrics: null,
    };
    expect(readConfig({})).toEqual({ ok: true, config });
    expect(readConfig({ PORT: '', PUBLIC_URL: '', TEACHER_KEY: '' })).toEqual({ ok: true, config });
  });

  it('are taken as they are set, beside whatever else the environment holds', () => {
    expect(
      readConfig({
        PATH: '/bin',
        PORT: '0',
        HOST: '127.0.0.1',
        DATA_DIR: '/srv/classes',
        REDIS_URL: 'redis://:secret@store:6379/2',
        REDIS_REPLICAS: '1',
        NODE_ADDRESS: 'app-1:3100',
        TEACHER_KEY: 'twelve-signs!',
        PUBLIC_URL: 'https://descenso.example.org',
        TRUST_PROXY: '10.1.0.0/16, loopback',
        LOG_LEVEL: 'warn',
        RETENTION_DAYS: '30',
        METRICS_HOST: '10.0.0.5',
        METRICS_PORT: '9464',
      }),
    ).toEqual({
      ok: true,
      config: {
        port: 0,
        host: '127.0.0.1',
        dataDir: '/srv/classes',
        redisUrl: new URL('redis://:secret@store:6379/2'),
        redisReplicas: 1,
        nodeAddress: { host: 'app-1', port: 3100 },
        teacherKey: 'twelve-signs!',
        publicUrl: new URL('https://descenso.example.org'),
        proxies: ['10.1.0.0/16', '127.0.0.0/8', '::1'],
        logLevel: 'warn',
        retentionDays: 30,
        metrics: { host: '10.0.0.5', port: 9464 },
      },
    });
  });

  it('may keep recordings until somebody deletes them', () => {
    expect(readConfig({ RETENTION_DAYS: 'never' })).toMatchObject({ config: { retentionDays: null } });
  });

  it('may serve figures without a key, to this machine alone unless an address is set', () => {
    expect(readConfig({ METRICS_PORT: '9464' })).toMatchObject({
      config: { metrics: { host: '127.0.0.1', port: 9464 } },
    });
    expect(sentencesOf({ METRICS_PORT: 'yes' })).toEqual([
      'METRICS_PORT must be a whole number from 0 to 65535, not "yes".',
    ]);
  });

  it.each([
    [{ PORT: 'abc' }, 'PORT must be a whole number from 0 to 65535, not "abc".'],
    [{ PORT: '65536' }, 'PORT must be a whole number from 0 to 65535, not "65536".'],
    [{ PORT: '-1' }, 'PORT must be a whole number from 0 to 65535, not "-1".'],
    [{ PORT: '3000.5' }, 'PORT must be a whole number from 0 to 65535, not "3000.5".'],
    [
      { NODE_ADDRESS: 'http://app-1' },
      'NODE_ADDRESS must be a host and a port, such as app-1:3100, not "http://app-1".',
    ],
    [
      { REDIS_URL: 'http://store:secret@host' },
      'REDIS_URL must be an address such as redis://localhost:6379.',
    ],
    [{ TEACHER_KEY: 'short' }, 'TEACHER_KEY must have at least 12 characters.'],
    [
      { TEACHER_KEY: 'con espacios y más' },
      'TEACHER_KEY must be of letters, digits and signs without spaces or accents: it travels in a header.',
    ],
    [
      { PUBLIC_URL: 'descenso.example.org' },
      'PUBLIC_URL must be a web address without a path, such as https://descenso.example.org, not "descenso.example.org".',
    ],
    [
      { PUBLIC_URL: 'https://example.org/descenso' },
      'PUBLIC_URL must be a web address without a path, such as https://descenso.example.org, not "https://example.org/descenso".',
    ],
    [
      { TRUST_PROXY: '10.1.0.0/33' },
      'TRUST_PROXY must be addresses, networks such as 10.1.0.0/16, "loopback" or "private", with commas between them, not "10.1.0.0/33".',
    ],
    [
      { LOG_LEVEL: 'loud' },
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent, not "loud".',
    ],
  ])('%j are refused in one clear sentence', (environment, sentence) => {
    expect(sentencesOf(environment)).toEqual([sentence]);
  });

  it.each(['0', '-3', '90.5', 'a week', '100000'])('recordings cannot be kept for %j days', (days) => {
    expect(sentencesOf({ RETENTION_DAYS: days })).toEqual([
      `RETENTION_DAYS must be a whole number of days from 1 to 99999, or "never" to keep all recordings, not "${days}".`,
    ]);
  });

  it('that are wrong are named one by one, and a key is never repeated', () => {
    const sentences = sentencesOf({ PORT: 'x', LOG_LEVEL: 'y', TEACHER_KEY: 'geheim' });
    expect(sentences).toHaveLength(3);
    expect(sentences.join()).not.toContain('geheim');
  });
});
