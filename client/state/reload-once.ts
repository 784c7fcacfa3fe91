import type { KeyValue } from './storage.ts';

/** As much of a document as says which version of a page it is. */
type ScriptedPage = Pick<Document, 'querySelector'> & { readonly location: Pick<Location, 'pathname'> };

const KEY = 'descenso-reloaded';

/**
 * Loads a page again that is too old for its server: each version of it once in a tab, so never in a loop. What it had not
 * sent survives in the tab's storage. False when it has been tried, or when there is no storage to remember that it was.
 */
export function reloadOnce(storage: KeyValue | null, page: ScriptedPage, reload: () => void): boolean {
  const key = `${KEY}:${versionOf(page)}`;
  if (storage === null || storage.getItem(key) !== null) return false;
  storage.setItem(key, 'yes');
  reload();
  return true;
}

/**
 * Whether the server has another version of this page by now, as after a deploy, when parts of the old one may be gone.
 * Not while it does not answer, nor where somebody else does.
 */
export async function isReplaced(
  page: ScriptedPage,
  get: (path: string) => Promise<Response>,
): Promise<boolean> {
  const own = versionOf(page);
  try {
    const answer = await get(page.location.pathname);
    const theirs = SCRIPT.exec(await answer.text())?.[1] ?? '';
    return answer.ok && theirs !== own && nameOf(theirs) === nameOf(own);
  } catch {
    return false;
  }
}

/** In the text of a page, since a policy forbids to make a document of it. */
const SCRIPT = /<script type="module"[^>]* src="([^"]+)"/u;

/** The script that a page begins with: its name changes with everything that is loaded after it. */
function versionOf(page: ScriptedPage): string {
  return page.querySelector('script[type="module"]')?.getAttribute('src') ?? '';
}

/** Without the digest: `/assets/join-lPLm9ERR.js` is `/assets/join`. */
function nameOf(script: string): string {
  return script.replace(/-[\w-]{8}\.js$/u, '');
}
