import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatCode, newCode, parseCode } from '../../../server/auth/code.ts';
import { sameSecret } from '../../../server/auth/digest.ts';
import { afterWrongGuess, isForgotten, type WrongGuesses } from '../../../server/auth/guess-delay.ts';
import { folderSecrets } from '../../../server/auth/folder-secrets.ts';
import { isTeacherKey, loadTeacherKey } from '../../../server/auth/teacher-key.ts';
import { hashToken, newToken } from '../../../server/auth/tokens.ts';

describe('the teacher key', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'descenso-key-'));
    file = join(folder, 'data', 'teacher-key');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const load = (fromEnvironment: string | null = null) =>
    loadTeacherKey(folderSecrets(join(folder, 'data')), fromEnvironment);

  it('is made at the first start, of 256 bits, for the owner’s eyes only, and kept', async () => {
    const made = await load();
    expect(made.origin).toBe('made');
    expect(made.key).toMatch(/^[A-Za-z0-9_-]{43}$/u);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await load()).toEqual({ key: made.key, origin: 'kept' });
  });

  it('is different on every machine: no default opens anything (A11)', async () => {
    const { key } = await load();
    rmSync(file);
    expect((await load()).key).not.toBe(key);
  });

  it('of the environment comes first and is not written down', async () => {
    expect(await load('chosen-by-operator')).toEqual({ key: 'chosen-by-operator', origin: 'environment' });
    expect(existsSync(file)).toBe(false);
  });

  it('that lies open to others is closed to them', async () => {
    await load();
    chmodSync(file, 0o644);
    await load();
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('that is half written stops the start with what to do', async () => {
    await load();
    writeFileSync(file, 'half\n');
    await expect(load()).rejects.toThrow(/delete it to make a new one/u);
  });

  it('is known whole and nothing less', () => {
    const key = 'Kx7-the-right-key';
    expect(isTeacherKey(key, key)).toBe(true);
    for (const offered of ['', 'Kx7', `${key} `, key.toLowerCase(), `${key}x`]) {
      expect(isTeacherKey(key, offered)).toBe(false);
    }
    expect(sameSecret('', '')).toBe(true);
  });
});

describe('a wrong teacher key (A12)', () => {
  /** The delays of wrong keys offered at these times. */
  function delays(timesMs: readonly number[]): readonly number[] {
    let guesses: WrongGuesses | undefined;
    return timesMs.map((nowMs) => {
      const after = afterWrongGuess(guesses, nowMs);
      guesses = after.guesses;
      return after.delayMs;
    });
  }

  it('costs nothing once or twice, then ever more up to five seconds', () => {
    expect(delays([0, 1, 2, 3, 4, 5, 6, 7, 8])).toEqual([0, 0, 250, 500, 1000, 2000, 4000, 5000, 5000]);
    expect(delays(Array.from({ length: 1000 }, (_, index) => index)).at(-1)).toBe(5000);
  });

  it('is forgotten after a quiet minute', () => {
    expect(delays([0, 1, 2, 3, 60_003])).toEqual([0, 0, 250, 500, 0]);
    expect(isForgotten({ count: 9, lastMs: 0 }, 59_999)).toBe(false);
    expect(isForgotten({ count: 9, lastMs: 0 }, 60_000)).toBe(true);
  });
});

describe('tokens', () => {
  it('hold 256 bits for a teacher and 128 for a seat or a screen', () => {
    expect(newToken('teacher')).toMatch(/^[A-Za-z0-9_-]{43}$/u);
    expect(newToken('seat')).toMatch(/^[A-Za-z0-9_-]{22}$/u);
    expect(newToken('screen')).toMatch(/^[A-Za-z0-9_-]{22}$/u);
    expect(new Set(Array.from({ length: 1000 }, () => newToken('seat'))).size).toBe(1000);
  });

  it('are kept as a hash that does not show them', () => {
    // SHA-256 of "abc", FIPS 180-2 appendix B.1, in base64url.
    expect(hashToken('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
  });
});

describe('a join code', () => {
  it('is of six characters without look-alikes or vowels', () => {
    for (let count = 0; count < 500; count += 1)
      expect(newCode()).toMatch(/^[23456789CDFHJKMNPQRTVWXY]{6}$/u);
  });

  it('is shown in two threes', () => {
    expect(formatCode('K7QM2X')).toBe('K7Q-M2X');
  });

  it.each(['K7QM2X', 'K7Q-M2X', 'k7q m2x', ' k7q–m2x ', 'K 7 Q M 2 X', 'K7Q\u2011M2X'])(
    'is read however it is typed: %s',
    (typed) => {
      expect(parseCode(typed)).toBe('K7QM2X');
    },
  );

  it.each([
    '',
    'K7QM2',
    'K7QM2XX',
    'K7QM2A',
    'K7QM20',
    'recordings',
    '../../etc',
    'K7QM2X'.repeat(100),
    'ＫＫＫＫＫＫ',
  ])('is not read out of what is none: %s', (typed) => {
    expect(parseCode(typed)).toBeNull();
  });
});
