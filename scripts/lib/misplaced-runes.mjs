import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const RUNE = /(?<![\w$.])\$(?:state|derived|effect|props|bindable|inspect|host)\b/;
/** The one folder of *.svelte.ts files. */
const HOME_OF_RUNES = 'client/state/';

/**
 * Runes outside components and outside client/state. The compiler does not see them in a plain .ts file, where they
 * would pass the type checker and fail in the browser.
 * @param {string} root the project's folder
 * @returns {readonly string[]} one sentence for each misplaced file
 */
export function misplacedRunes(root) {
  return filesUnder(root, 'client').flatMap((file) => {
    if (file.endsWith('.svelte.ts')) {
      return file.startsWith(HOME_OF_RUNES) ? [] : [`${file}: files with runes live in ${HOME_OF_RUNES}`];
    }
    if (!file.endsWith('.ts')) return [];
    const line = code(readFileSync(join(root, file), 'utf8')).findIndex((text) => RUNE.test(text));
    return line === -1
      ? []
      : [`${file}:${line + 1}: a rune in a plain .ts file does nothing: name it *.svelte.ts`];
  });
}

/** Lines with their comments blanked. */
function code(text) {
  const blank = (comment) => comment.replace(/[^\n]/g, ' ');
  return text
    .replace(/\/\*[\s\S]*?\*\//g, blank)
    .replace(/\/\/.*/g, blank)
    .split('\n');
}

function filesUnder(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(root, path) : [path];
  });
}
