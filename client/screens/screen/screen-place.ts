/** What the projector's address says. */
export type ScreenPlace = {
  /** Without a dash, in capitals. */
  readonly code: string;
  /** The read-only token; null when the address came without it. */
  readonly token: string | null;
  /** An address for phones that the teacher chose among several. */
  readonly address: string | null;
};

/** Reads `/screen/CODE#TOKEN`, also as `#token=TOKEN&address=http://…`. */
export function readScreenPlace({ pathname, hash }: Pick<Location, 'pathname' | 'hash'>): ScreenPlace {
  const code = decodeURIComponent(pathname.split('/').filter(Boolean)[1] ?? '');
  const fragment = hash.replace(/^#/u, '');
  const fields = new URLSearchParams(fragment);
  const bare = /^[A-Za-z0-9_-]+$/u.test(fragment) ? fragment : null;
  return {
    code: code.toUpperCase().replace(/[^A-Z0-9]/gu, ''),
    token: fields.get('token') ?? bare,
    address: httpOrigin(fields.get('address')),
  };
}

function httpOrigin(address: string | null): string | null {
  return address !== null && /^https?:\/\/[^/\s]+$/u.test(address) ? address : null;
}
