import { describe, expect, it } from 'vitest';
import { readFreeName } from '../../../server/names/free-name.ts';

describe('a name somebody typed', () => {
  it.each([
    'Cassandra',
    'Scunthorpe',
    '(',
    'Tom & Jerry',
    '<svg/onload=alert()>',
    'Analía',
    'Ana L',
    'Ana L.',
    'Concha',
    'Kike',
    'Penélope',
    'Dickinson',
    'Sussex',
    'Begoña',
    'Peña',
    'Íñigo',
    'Vergara',
    'Reputación',
    'Computadora',
    'Vehículo 3',
    'Hancock',
    'Titania',
    'Essex',
    'Passalacqua',
    'Assunta',
    'Classic',
    'Manual',
    'Panal',
    'Semanal',
    'Pedro',
    'Pedrito',
    'Pepito',
    'José 2',
    'Lucía 7A',
    '5ºB',
    '李雷',
    'Олег',
    'Ελένη',
    'محمد',
    '😀',
    'Mª José',
    "O'Neill",
    'Jean-Luc',
    'R2D2',
    'Mr. Pickle',
    'Shiva',
    'Culebra',
    'Curro',
    'Pollito',
    'Sexto',
    'Chino',
    'Moro',
    'Gordon',
    'Negrete',
    'Fátima',
    'Nuño',
    'Otoño',
    'Paco',
    'Susana',
    'Sr. X',
    'Al',
    'Bo Li',
    'El 10',
    '2B',
    'Mía',
    'Inés',
    'Nico 🐣',
  ])('is taken as it is where it is innocent: %s', (typed) => {
    expect(readFreeName(typed)).toEqual({ ok: true, name: typed.normalize('NFKC') });
  });

  it.each([
    ['plain', 'fuck'],
    ['plain Spanish', 'Puta'],
    ['inside a word', 'motherfucker'],
    ['leet', 'sh1t'],
    ['leet Spanish', 'm1erd4'],
    ['signs', '@ss'],
    ['dollar', 'a$$hole'],
    ['spaced', 'f u c k'],
    ['spaced Spanish', 'p u t a'],
    ['dotted', 'f.u.c.k'],
    ['dashed', 'p-u-t-a'],
    ['in two', 'pu ta'],
    ['stretched', 'fuuuuck'],
    ['stretched everywhere', 'ppuuttaa'],
    ['zero-width', 'fu\u200Bck'],
    ['soft hyphen', 'pu\u00ADta'],
    ['Cyrillic look-alikes', 'рutа'],
    ['Greek look-alikes', 'fυck'],
    ['full width', 'ｆｕｃｋ'],
    ['mathematical', '𝖋𝖚𝖈𝖐'],
    ['circled', 'ⓕⓤⓒⓚ'],
    ['flags', '🇫🇺🇨🇰'],
    ['filled squares', '🅵🆄🅲🅺'],
    ['emoji between', 'f😀u😀c😀k'],
    ['emoji inside', 'pu🎈ta'],
    ['right to left', '\u202Ekcuf'],
    ['accents', 'pútà'],
    ['with a name', 'Ana es puta'],
    ['eñe', 'coño'],
    ['a phrase', 'hijo de puta'],
    ['joined phrase', 'hijodeputa'],
    ['picture', '🖕'],
    ['small capitals', 'ꜰᴜᴄᴋ'],
    ['combining', 'f\u0336u\u0336c\u0336k'],
    ['upper case', 'GILIPOLLAS'],
    ['one l', 'gi1ipollas'],
    ['tag characters', 'f\u{E0061}uck'],
  ])('is refused where it is not fit, however it is written: %s', (_, typed) => {
    expect(readFreeName(typed)).toEqual({ ok: false, reason: 'unfit' });
  });

  it('is composed, and rid of what cannot be seen', () => {
    expect(readFreeName('  Bego\u006E\u0303a \u200B  Díaz\u202C ')).toEqual({
      ok: true,
      name: 'Begoña Díaz',
    });
  });

  it.each(['', '   ', '\u200B\u200B', '\u3164', 'x'.repeat(25), 'Z\u0351\u036B\u0343\u036Aalgo'])(
    'is refused where there is nothing to read, or too much: %j',
    (typed) => {
      expect(readFreeName(typed)).toEqual({ ok: false, reason: 'empty-or-long' });
    },
  );

  it('may have 24 characters, counted as a reader counts them', () => {
    expect(readFreeName('ñ'.repeat(24).normalize('NFD')).ok).toBe(true);
  });
});
