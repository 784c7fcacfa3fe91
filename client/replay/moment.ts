/** Whose eyes the class is seen through; `overview` is the player's own picture, with nothing hidden. */
export type Viewer =
  | { readonly kind: 'overview' }
  | { readonly kind: 'screen' }
  | { readonly kind: 'teacher' }
  | { readonly kind: 'seat'; readonly seat: number };

/** What is kept in sight through the session. */
export type Followed =
  { readonly kind: 'weight'; readonly parameter: number } | { readonly kind: 'seat'; readonly seat: number };

/** Everything a link to a moment says. */
export type Moment = {
  /** Null for the beginning. */
  readonly version: number | null;
  readonly viewer: Viewer;
  readonly followed: Followed | null;
};

/** Reads `?at=VERSION&as=screen|teacher|seat-N&follow=weight-N|seat-N`; what makes no sense is left out. */
export function readMoment(search: string): Moment {
  const query = new URLSearchParams(search);
  return {
    version: wholeNumber(query.get('at'), 1),
    viewer: viewerFrom(query.get('as') ?? ''),
    followed: followedFrom(query.get('follow') ?? ''),
  };
}

/**
 * The query of a link to a moment, with its question mark; what is as usual is left out, and what else the query said
 * stays.
 */
export function writeMoment({ version, viewer, followed }: Moment, search: string): string {
  const query = new URLSearchParams(search);
  const put = (name: string, value: string | null): void =>
    value === null ? query.delete(name) : query.set(name, value);
  put('at', version === null ? null : String(version));
  put('as', viewerWord(viewer));
  put('follow', followed === null ? null : followedWord(followed));
  return `?${query.toString()}`;
}

function viewerWord(viewer: Viewer): string | null {
  switch (viewer.kind) {
    case 'overview':
      return null;
    case 'screen':
    case 'teacher':
      return viewer.kind;
    case 'seat':
      return `seat-${viewer.seat}`;
  }
}

/** What is followed as a link says it: `weight-7`, `seat-3`. */
export function followedWord(followed: Followed): string {
  return followed.kind === 'weight' ? `weight-${followed.parameter}` : `seat-${followed.seat}`;
}

export function followedFrom(word: string): Followed | null {
  const parameter = numberAfter('weight-', word, 0);
  if (parameter !== null) return { kind: 'weight', parameter };
  const seat = numberAfter('seat-', word, 1);
  return seat === null ? null : { kind: 'seat', seat };
}

function viewerFrom(word: string): Viewer {
  if (word === 'screen' || word === 'teacher') return { kind: word };
  const seat = numberAfter('seat-', word, 1);
  return seat === null ? { kind: 'overview' } : { kind: 'seat', seat };
}

function numberAfter(prefix: string, word: string, least: number): number | null {
  return word.startsWith(prefix) ? wholeNumber(word.slice(prefix.length), least) : null;
}

function wholeNumber(text: string | null, least: number): number | null {
  return text !== null && /^\d{1,9}$/u.test(text) && Number(text) >= least ? Number(text) : null;
}
