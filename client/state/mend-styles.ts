/**
 * Asks again for style sheets that never came. The bundler asks for the style of a late part once and takes it for
 * done: after a broken line the part would come without. Rejects when one fails again.
 */
export async function mendStyles(page: Document): Promise<void> {
  const links = [...page.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
  await Promise.all(links.filter(({ sheet }) => sheet === null).map(askAgain));
}

function askAgain(link: HTMLLinkElement): Promise<void> {
  const fresh = link.cloneNode() as HTMLLinkElement; // a clone is what its original is
  return new Promise((resolve, reject) => {
    fresh.addEventListener('load', () => resolve());
    fresh.addEventListener('error', () => reject(new Error(`no style at ${fresh.href}`)));
    link.replaceWith(fresh);
  });
}
