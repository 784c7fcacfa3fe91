/** Characters that pass for a Latin letter at a glance, beside the letter. Composition (NFKC) has undone the styled ones. */
const LETTERS: Readonly<Record<string, string>> = {
  a: 'аαɑᴀдӓ',
  b: 'вьʙβбɓ',
  c: 'сϲᴄς¢©',
  d: 'ԁᴅɗđð',
  e: 'еεєᴇэё€ɛ',
  f: 'ƒғꜰϝ',
  g: 'ɡɢ',
  h: 'һнʜħ',
  i: 'іιɪıїӏ¡',
  j: 'јᴊʝ',
  k: 'кκᴋқ',
  l: 'ⅼʟłｌ',
  m: 'мᴍμ',
  n: 'пηɴи',
  o: 'оοσᴏøөо',
  p: 'рρᴘþ',
  q: 'ԛɋ',
  r: 'гʀя',
  s: 'ѕꜱʂ§',
  t: 'тτᴛŧ',
  u: 'υυᴜцս',
  v: 'ѵνᴠ',
  w: 'ѡωᴡшщԝ',
  x: 'хχ×',
  y: 'уγʏү¥',
  z: 'ᴢʐ',
};

/** Digits and signs read as letters, where they stand among letters. */
const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '2': 'z',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'g',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'i',
  '+': 't',
  '(': 'c',
  '<': 'c',
};

const LATIN: ReadonlyMap<string, string> = new Map(
  Object.entries(LETTERS).flatMap(([latin, others]) => [...others].map((other) => [other, latin] as const)),
);

/** A lower-case text in plain Latin letters: accents off (ñ becomes nn, which no other word has), look-alikes and letter emoji read. */
export function readAsLatin(text: string): string {
  const lower = [...text].map(emojiLetter).join('').toLowerCase();
  return [...lower.normalize('NFC').replaceAll('ñ', 'nn').normalize('NFD').replace(/\p{M}/gu, '')]
    .map((character) => LATIN.get(character) ?? character)
    .join('');
}

/** The same with digits and signs read as letters. A word of digits alone is a number. */
export function readLeet(latin: string): string {
  return latin
    .split(' ')
    .map((word) => (/[a-z]/u.test(word) || !/^\d+$/u.test(word) ? replaceSigns(word) : word))
    .join(' ');
}

function replaceSigns(word: string): string {
  return [...word].map((character) => LEET[character] ?? character).join('');
}

/** Flags' letters (🇦) and letters in filled squares and circles (🅰 🅐), which composition leaves alone. */
function emojiLetter(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  for (const first of [0x1f1e6, 0x1f150, 0x1f170]) {
    if (point >= first && point < first + 26) return String.fromCodePoint(0x61 + point - first);
  }
  return character;
}
