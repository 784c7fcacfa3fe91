import { describe, expect, it } from 'vitest';
import { clientAddress } from '../../../server/http/client-address.ts';
import { readNetworks, trustProxies } from '../../../server/trusted-proxies.ts';
import { createOriginRule } from '../../../server/http/origin-rule.ts';

const isOurOwn = createOriginRule({
  hostname: 'Aula-3',
  publicUrl: new URL('https://descenso.example.org'),
});

describe('the Host and Origin of a request (I18)', () => {
  it.each([
    '192.168.1.20:3000',
    '10.0.0.4',
    '[::1]:3000',
    '[fe80::1]',
    'localhost:3000',
    'LOCALHOST',
    'aula-3:3000',
    'aula-3.local:3000',
    'otro-portatil.local',
    'descenso.example.org',
    'descenso.example.org:443',
  ])('are ours at %s', (host) => {
    expect(isOurOwn({ host, origin: undefined })).toBe(true);
    expect(isOurOwn({ host, origin: `http://${host}` })).toBe(true);
  });

  it.each([
    undefined,
    '',
    'evil.example',
    'localhost.evil.example',
    'descenso.example.org.evil.example',
    '192.168.1.20.evil.example',
    'aula-3.evil.example',
    'user@localhost',
    'localhost/',
    'localhost:99999999',
    'local',
    'evil.example:3000#localhost',
    '[::1',
    "localhost'; script-src *",
  ])('are not ours at %j: a name that was made to point here', (host) => {
    expect(isOurOwn({ host, origin: undefined })).toBe(false);
  });

  it.each([
    'http://evil.example',
    'null',
    '',
    'http://192.168.1.21:3000',
    'http://192.168.1.20:3001',
    'http://192.168.1.20',
    'file://',
    'http://192.168.1.20:3000.evil.example',
  ])('are not ours when another page asks: %j', (origin) => {
    expect(isOurOwn({ host: '192.168.1.20:3000', origin })).toBe(false);
  });

  it('are ours behind a proxy that speaks https, with its usual port left out or not', () => {
    expect(isOurOwn({ host: 'descenso.example.org', origin: 'https://descenso.example.org' })).toBe(true);
    expect(isOurOwn({ host: 'descenso.example.org:443', origin: 'https://descenso.example.org' })).toBe(true);
  });
});

describe('the address that limits are counted by', () => {
  const of = (peer: string | undefined, forwardedFor: string | undefined, proxies: string | null): string =>
    clientAddress({
      peer,
      forwardedFor,
      isProxy: trustProxies(proxies === null ? [] : (readNetworks(proxies) ?? [])),
    });

  it('is the other end of the connection, whatever a header says', () => {
    expect(of('::ffff:192.168.1.7', '1.2.3.4', null)).toBe('192.168.1.7');
    expect(of(undefined, undefined, 'loopback')).toBe('');
  });

  it('is the proxy’s last word where the operator named that proxy, and nobody else’s', () => {
    expect(of('127.0.0.1', '6.6.6.6, 203.0.113.7', 'loopback')).toBe('203.0.113.7');
    expect(of('::ffff:172.18.0.4', '203.0.113.7', 'private')).toBe('203.0.113.7');
    expect(of('fd00::4', '203.0.113.7', 'private')).toBe('203.0.113.7');
    expect(of('10.1.9.9', '203.0.113.7', '10.1.0.0/16')).toBe('203.0.113.7');
    expect(of('198.51.100.1', '203.0.113.7', 'private')).toBe('198.51.100.1');
    expect(of('127.0.0.1', 'x'.repeat(40), 'loopback')).toBe('127.0.0.1');
  });

  it('cannot be made up by a phone in the room, where the operator named no proxy there', () => {
    expect(of('192.168.1.20', '203.0.113.7', 'loopback')).toBe('192.168.1.20');
    expect(of('10.2.0.1', '203.0.113.7', '10.1.0.0/16')).toBe('10.2.0.1');
  });
});
