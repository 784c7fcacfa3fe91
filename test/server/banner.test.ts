import { describe, expect, it } from 'vitest';
import { banner, terminalLanguage, type BannerFacts } from '../../server/banner.ts';

const FACTS: BannerFacts = {
  port: 3000,
  host: '0.0.0.0',
  publicUrl: null,
  lan: {
    candidates: [
      { address: '192.168.1.20', network: 'wlan0' },
      { address: '10.0.0.7', network: 'eth0' },
    ],
    reason: null,
  },
  teacherKey: { key: 'the-key-made-at-first-start', origin: 'kept' },
  report: { kind: 'sound' },
  restored: { opened: 0, setAside: 0 },
  language: 'en',
};
const NO_NETWORK = { candidates: [], reason: 'no-network' as const };

describe('what a start prints', () => {
  it('shows where phones go, the likeliest address first and as a code to scan', () => {
    const text = banner(FACTS);
    expect(text).toContain('http://192.168.1.20:3000');
    expect(text.indexOf('192.168.1.20')).toBeLessThan(text.indexOf('10.0.0.7'));
    expect(text).toMatch(/[█▀▄]{10}/u);
  });

  it('never sends phones to this machine itself: without a network it shows no code and says why (T24)', () => {
    for (const facts of [
      { ...FACTS, lan: NO_NETWORK },
      { ...FACTS, host: '127.0.0.1' },
    ]) {
      const text = banner(facts);
      expect(text).not.toMatch(/[█▀▄]{10}/u);
      expect(text).toContain('Phones cannot reach this computer');
    }
  });

  it("shows the operator's own address where there is one", () => {
    const text = banner({ ...FACTS, publicUrl: new URL('https://descenso.example.org') });
    expect(text).toContain('https://descenso.example.org/teach#key=');
    expect(text).not.toContain('192.168.1.20');
  });

  it('shows the one address it was told to listen on', () => {
    expect(banner({ ...FACTS, host: '192.168.7.7' })).toContain('http://192.168.7.7:3000/teach#key=');
    expect(banner({ ...FACTS, host: 'fd00::7' })).toContain('http://[fd00::7]:3000');
  });

  it('puts the key into the fragment, which no server is sent, unless the operator chose it', () => {
    expect(banner(FACTS)).toContain('http://localhost:3000/teach#key=the-key-made-at-first-start');
    const chosen = banner({ ...FACTS, teacherKey: { key: 'chosen-by-hand', origin: 'environment' } });
    expect(chosen).not.toContain('chosen-by-hand');
  });

  it('says what became of the classes that were open, in both languages', () => {
    const restored = { opened: 2, setAside: 1 };
    expect(banner({ ...FACTS, restored })).toMatch(/2 open classes go on[\s\S]*1 class could not be opened/u);
    expect(banner({ ...FACTS, restored, language: 'es' })).toMatch(
      /2 clases abiertas siguen[\s\S]*1 clase no se pudo abrir/u,
    );
  });
});

describe("the terminal's language", () => {
  it.each([
    [{ LANG: 'es_MX.UTF-8' }, 'es'],
    [{ LANG: 'en_GB.UTF-8' }, 'en'],
    [{ LC_ALL: 'es_ES', LANG: 'en_US' }, 'es'],
    [{ LC_ALL: '', LANG: 'es_AR' }, 'es'],
    [{}, 'en'],
  ] as const)('%o is %s', (environment, language) => {
    expect(terminalLanguage(environment)).toBe(language);
  });
});
