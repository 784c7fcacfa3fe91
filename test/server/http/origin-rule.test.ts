import { describe, expect, it } from 'vitest';
import { clientAddress } from '../../../server/http/client-address.ts';
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
  it('is the other end of the connection, whatever a header says', () => {
    expect(clientAddress({ peer: '::ffff:192.168.1.7', forwardedFor: '1.2.3.4', behindProxy: false })).toBe(
      '192.168.1.7',
    );
    expect(clientAddress({ peer: undefined, forwardedFor: undefined, behindProxy: false })).toBe('');
  });

  it('is the proxy’s last word behind a proxy nearby, and nobody else’s', () => {
    expect(
      clientAddress({ peer: '127.0.0.1', forwardedFor: '6.6.6.6, 203.0.113.7', behindProxy: true }),
    ).toBe('203.0.113.7');
    expect(clientAddress({ peer: '198.51.100.1', forwardedFor: '203.0.113.7', behindProxy: true })).toBe(
      '198.51.100.1',
    );
    expect(clientAddress({ peer: '127.0.0.1', forwardedFor: 'x'.repeat(40), behindProxy: true })).toBe(
      '127.0.0.1',
    );
  });
});
