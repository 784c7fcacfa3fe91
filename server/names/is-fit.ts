import { assignIncrementingIds, parseRawPattern, RegExpMatcher } from 'obscenity';
import { readAsLatin, readLeet } from './look-alikes.ts';
import { UNFIT_SIGNS, UNFIT_WORDS } from './unfit-words.ts';

/**
 * Whether a cleaned name may be shown to a class. It is read the ways a reader would: as it stands, with
 * look-alikes and digits as letters, without the dots and smileys between its letters, without stretched
 * letters. Word boundaries are kept throughout, so that Cassandra, Scunthorpe and Analía stay themselves.
 */
export function isFit(name: string): boolean {
  return !UNFIT_SIGNS.test(name) && !readings(name).some((reading) => matcher.hasMatch(reading));
}

const matcher = new RegExpMatcher({
  blacklistedTerms: assignIncrementingIds(
    UNFIT_WORDS.map(({ text, beginsInside, endsInside }) =>
      parseRawPattern(`${beginsInside ? '' : '|'}${text}${endsInside ? '' : '|'}`),
    ),
  ),
});

function readings(name: string): readonly string[] {
  const latin = readAsLatin(name);
  const spellings = [latin, readLeet(latin), readLeet(latin.replaceAll('1', 'l'))];
  return [...new Set(spellings.flatMap(withoutGaps).flatMap(withoutStretches))];
}

/** Three ways to read what stands between letters: as a gap, as nothing, and as nothing between short pieces. */
function withoutGaps(text: string): readonly string[] {
  const asGap = text.replace(/[^a-z0-9]+/gu, ' ').trim();
  const asNothing = text.replace(/[^a-z0-9\s]+/gu, '').trim();
  return [asGap, asNothing, joinPieces(asGap), joinPieces(asNothing)];
}

/** "f u c k" and "pu ta" are one word each; in "Ana L" one piece is too long to be half of a trick. */
function joinPieces(text: string): string {
  const pieces = text.split(/\s+/u);
  const allShort = pieces.every((piece) => piece.length <= 2);
  return allShort ? pieces.join('') : text.replace(/(?<=(?:^| )[a-z0-9]) (?=[a-z0-9](?: |$))/gu, '');
}

/** "fuuuck" is read with one u and with two: both happen in words. */
function withoutStretches(text: string): readonly string[] {
  return [
    text,
    text.replace(/(.)\1{2,}/gu, '$1'),
    text.replace(/(.)\1{2,}/gu, '$1$1'),
    text.replace(/([a-mo-z])\1+/gu, '$1'),
  ];
}
