import type { Addresses } from '../../../shared/wire/http.ts';

/** Where phones enter: an address, or why there is none to show. */
export type JoinAddress =
  | { readonly kind: 'looking' }
  | { readonly kind: 'found'; readonly origin: string }
  | { readonly kind: 'none'; readonly reason: 'no-network' | 'only-private' | 'unknown' | 'recorded' };

/** Names by which only this machine knows itself: a QR code of one would lead a phone to the phone. */
const OWN_NAMES = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/u;

/** The page's own origin, if others can open it too. */
export function sharedOrigin({ hostname, origin }: Pick<Location, 'hostname' | 'origin'>): string | null {
  return OWN_NAMES.test(hostname) ? null : origin;
}

/** The first of the addresses the server knows, the best one by its own judgement. */
export function addressFrom({ addresses, reason }: Addresses): JoinAddress {
  const [best] = addresses;
  return best === undefined
    ? { kind: 'none', reason: reason ?? 'unknown' }
    : { kind: 'found', origin: best.url.replace(/\/+$/u, '') };
}

/** What people type: without `http://`, which every browser adds. */
export function spokenAddress(origin: string): string {
  return origin.replace(/^http:\/\//u, '');
}

/** What a camera reads: the address with the code, so that nothing is left to type. */
export function joinLink(origin: string, code: string): string {
  return `${origin}/${code}`;
}
