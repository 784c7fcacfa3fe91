/** Where what a recording says first parts from what follows. `due` and `said` are undefined where there is nothing. */
export type Difference = { readonly path: string; readonly said: unknown; readonly due: unknown };

/** How far a number may lie beside the one worked out anew: this much, and above 1 this share of it. */
const TOLERANCE = 1e-9;

/** The first difference between two pieces of JSON, or null where they say the same. */
export function firstDifference(said: unknown, due: unknown, path = ''): Difference | null {
  if (typeof said === 'number' && typeof due === 'number') {
    return isAsGood(said, due) ? null : { path, said, due };
  }
  if (!isCompound(said) || !isCompound(due) || Array.isArray(said) !== Array.isArray(due)) {
    return said === due ? null : { path, said, due };
  }
  for (const key of new Set([...Object.keys(due), ...Object.keys(said)])) {
    const found = firstDifference(said[key], due[key], path === '' ? key : `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}

/** In words: what is there, and what should have been. */
export function describeDifference({ path, said, due }: Difference): string {
  return `${path === '' ? '' : `${path} `}should be ${inWords(due)}, it is ${inWords(said)}`;
}

function isAsGood(said: number, due: number): boolean {
  return Math.abs(said - due) <= TOLERANCE * Math.max(1, Math.abs(due));
}

function isCompound(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

const WORDS_MOST_CHARACTERS = 120;

function inWords(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length <= WORDS_MOST_CHARACTERS ? text : `${text.slice(0, WORDS_MOST_CHARACTERS)}…`;
}
