import type { Language } from '../../text/language.ts';
import { normaliseCode } from '../../text/join-code.ts';

/** What the address bar says when the page opens. Secrets stand in the fragment, which no server and no log sees. */
export type Place = {
  /** The class, without its dash; null on the way in. */
  readonly code: string | null;
  /** The server's teacher key, from the link that the start prints. */
  readonly key: string | null;
  /** A session's console token, from the pairing code of another device. */
  readonly token: string | null;
  /** A lesson with all its settings, as somebody made it into a link. */
  readonly lesson: string | null;
};

/** Reads `/teach#key=…`, `/teach#lesson=…` and `/teach/CODE#token=…`. */
export function placeOf(location: Pick<Location, 'pathname' | 'hash'>): Place {
  const [, , written = ''] = location.pathname.split('/');
  const fragment = new URLSearchParams(location.hash.replace(/^#/u, ''));
  const code = normaliseCode(decodeURIComponent(written));
  return {
    code: code === '' ? null : code,
    key: fragment.get('key'),
    token: fragment.get('token'),
    lesson: fragment.get('lesson'),
  };
}

/** Opens the console on another device: whoever has it has the class. */
export function pairingLink(origin: string, code: string, token: string): string {
  return `${origin}/teach/${code}#token=${token}`;
}

/** Opens the projector: it may look and nothing else. It is told which address the teacher chose for phones. */
export function screenLink(
  origin: string,
  code: string,
  token: string,
  address: string | null,
  language: Language,
): string {
  const fragment = new URLSearchParams({ token, ...(address === null ? {} : { address }) });
  return `${origin}/screen/${code}?lang=${language}#${fragment.toString()}`;
}

/** Opens the way in with this lesson ready. It holds no key: who may open a class is another matter. */
export function lessonLink(origin: string, fragment: string): string {
  return `${origin}/teach#lesson=${fragment}`;
}
