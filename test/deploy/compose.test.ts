import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { composeFile, projectFile, redisSettings } from '../helpers/compose-files.ts';

const { services, networks } = composeFile();
const APPS = ['app-1', 'app-2'];
const SECRETS = ['TEACHER_KEY', 'PUBLIC_URL'];

const ajv = new Ajv({ allErrors: true, format: false, logger: false });
/** Its own `$schema` names draft 7 by an address that the validator does not know it by. */
const specification = ajv.compile({
  ...(JSON.parse(projectFile('test/fixtures/compose-spec/compose-spec.json')) as object),
  $schema: 'http://json-schema.org/draft-07/schema#',
});

/** What the Compose Specification has against a file, in its own words. */
function complaints(file: unknown): readonly string[] {
  specification(file);
  return (specification.errors ?? []).map(({ dataPath, message }) => `${dataPath} ${message ?? ''}`);
}

const asWritten = (): Record<string, never> =>
  parse(projectFile('docker-compose.yml'), { merge: true }) as Record<string, never>;

describe('docker-compose.yml', () => {
  it('is what the Compose Specification calls a Compose file', () => {
    expect(complaints(asWritten())).toEqual([]);
  });

  it.each([
    ['a setting that nobody knows', { read_onyl: true }],
    ['a number where there should be a list', { networks: 3 }],
    ['a condition that does not exist', { depends_on: { redis: { condition: 'service_well' } } }],
  ])('would not pass with %s', (_, wrong) => {
    const file = asWritten() as unknown as { services: Record<string, object> };
    file.services['app-1'] = { ...file.services['app-1'], ...wrong };
    expect(complaints(file)).not.toEqual([]);
  });

  it('has two servers that are the same but for their name', () => {
    const [first, second] = APPS.map((name) => services[name]);
    expect(first).toEqual(second);
    expect(services['proxy']?.environment?.['APP_NODES']).toBe(APPS.map((name) => `${name}:3000`).join(' '));
  });

  it('does not start without a teacher key and an address, and says in a sentence what is missing', () => {
    for (const secret of SECRETS)
      expect(services['app-1']?.environment?.[secret]).toMatch(
        new RegExp(`^\\$\\{${secret}:\\?.+write .+ into .env\\}$`, 'u'),
      );
  });

  it('mounts the file that the tests of the proxy start Caddy with', () => {
    expect(services['proxy']?.volumes).toContain('./deploy/Caddyfile:/etc/caddy/Caddyfile:ro');
    expect(projectFile('test/helpers/proxy-process.ts')).toContain("new URL('../../deploy/Caddyfile'");
  });

  it('opens one port, and keeps Redis and the servers off the internet', () => {
    const open = Object.entries(services).filter(([, { ports = [] }]) => ports.length > 0);
    expect(open.map(([name, { ports }]) => [name, ports?.length])).toEqual([['proxy', 1]]);
    expect(services['redis']?.networks).toEqual(['store']);
    const reached = ['redis', ...APPS].flatMap((name) => services[name]?.networks ?? []);
    expect(reached.every((name) => networks[name]?.internal === true)).toBe(true);
  });

  it('confines every container', () => {
    for (const [name, service] of Object.entries(services)) {
      const confined = { read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] };
      expect({ name, ...service }).toMatchObject({ name, restart: 'unless-stopped', ...confined });
      expect(service.mem_limit, name).toMatch(/^\d+[mg]$/u);
      expect(service.pids_limit, name).toBeGreaterThan(0);
    }
  });

  it('waits for whoever is needed to be healthy', () => {
    for (const name of APPS)
      expect(services[name]?.depends_on).toEqual({ redis: { condition: 'service_healthy' } });
    const healthy = { condition: 'service_healthy' };
    expect(services['proxy']?.depends_on).toEqual({ 'app-1': healthy, 'app-2': healthy });
    expect(services['redis']?.healthcheck?.test).toEqual(['CMD', 'redis-cli', '-e', 'ping']);
  });

  it('starts Redis as the server asks for it, and keeps what it has', () => {
    expect(redisSettings()).toMatchObject({
      appendonly: 'yes',
      appendfsync: 'always',
      'maxmemory-policy': 'noeviction',
    });
    expect(services['redis']?.volumes).toEqual(['classes:/data']);
  });

  it('gives a server longer to stop than it takes at most', () => {
    const [, seconds] = /STOP_WITHIN_MS = (\d)_000/u.exec(projectFile('server/server.ts')) ?? [];
    const [, patience] = /^(\d+)s$/u.exec(services['app-1']?.stop_grace_period ?? '') ?? [];
    // Rooms first and sockets then, each within that time, and a moment for the store.
    expect(Number(patience)).toBeGreaterThan(2 * Number(seconds) + 1);
  });
});
