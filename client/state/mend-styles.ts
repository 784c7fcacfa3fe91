/**
 * Asks again for style sheets that never came. The bundler asks for the style of a late part once and takes it for
 * done: after a broken line the part would come without. Rejects when one fails again.
 */
export async function mendStyles(page: Document): Promise<void> {
  const links = [...page.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
  await Promise.all(links.filter(isMissing).map(askAgain));
}

/** Browsers differ in what a failed sheet is: none, an empty one, or one whose rules nobody may read. */
function isMissing({ sheet }: HTMLLinkElement): boolean {
  try {
    return sheet === null || sheet.cssRules.length === 0;
  } catch {
    return true;
  }
}

function askAgain(link: HTMLLinkElement): Promise<void> {
  const fresh = link.cloneNode() as HTMLLinkElement; // a clone is what its original is
  return new Promise((resolve, reject) => {
    fresh.addEventListener('load', () => resolve());
    fresh.addEventListener('error', () => reject(new Error(`no style at ${fresh.href}`)));
    link.replaceWith(fresh);
  });
}
