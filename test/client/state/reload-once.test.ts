// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { isReplaced, reloadOnce } from '../../../client/state/reload-once.ts';
import { tabStorage } from '../../../client/state/storage.ts';

const textOf = (script: string): string =>
  `<!doctype html><title>Descenso</title><script type="module" crossorigin src="/assets/${script}"></script>`;

/** A page that began with this script, and does not run it. */
function pageWith(script: string) {
  const parsed = new DOMParser().parseFromString(textOf(script), 'text/html');
  return { location: { pathname: '/K7QM2X' }, querySelector: parsed.querySelector.bind(parsed) };
}

const PAGE = pageWith('join-lPLm9ERR.js');

beforeEach(() => sessionStorage.clear());

describe('a page that is too old for its server (C10)', () => {
  let reloads = 0;
  const reload = (): void => void (reloads += 1);
  beforeEach(() => {
    reloads = 0;
  });

  it('loads itself again once and never in a loop', () => {
    expect(reloadOnce(tabStorage(), PAGE, reload)).toBe(true);
    expect(reloadOnce(tabStorage(), PAGE, reload)).toBe(false);
    expect(reloads).toBe(1);
  });

  it('does so again as another version, and never as one that it has been, though servers of two versions take turns', () => {
    for (const version of ['join-aaaaaaaa.js', 'join-bbbbbbbb.js', 'join-aaaaaaaa.js', 'join-bbbbbbbb.js']) {
      reloadOnce(tabStorage(), pageWith(version), reload);
    }
    expect(reloads).toBe(2);
  });

  it('does not where nothing would remember it', () => {
    expect(reloadOnce(null, PAGE, reload)).toBe(false);
    expect(reloads).toBe(0);
  });
});

describe('whether a page was replaced on its server', () => {
  const answering = (text: string, status = 200) =>
    isReplaced(PAGE, async () => new Response(text, { status }));

  it('is seen from the script that it begins with now', async () => {
    expect(await answering(textOf('join-lPLm9ERR.js'))).toBe(false);
    expect(await answering(textOf('join-Zx_-9k2A.js'))).toBe(true);
  });

  it('is not so where nobody answers, the server is in trouble, or a hotel’s page answers instead', async () => {
    expect(await isReplaced(PAGE, () => Promise.reject(new TypeError('no network')))).toBe(false);
    expect(await answering(textOf('join-Zx_-9k2A.js'), 502)).toBe(false);
    expect(await answering(textOf('hotel-12345678.js'))).toBe(false);
    expect(await answering('<h1>Welcome</h1>')).toBe(false);
  });
});
