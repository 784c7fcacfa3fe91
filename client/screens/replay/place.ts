/** What the address bar says: which recording, and a share's secret where a link brought one. */
export type ReplayPlace = {
  /** Null where a file is still to be chosen. */
  readonly id: string | null;
  readonly share: string | null;
};

/** Reads `/replay`, `/replay/ID` and `/replay/ID#share=TOKEN`. */
export function replayPlaceOf({ pathname, hash }: Pick<Location, 'pathname' | 'hash'>): ReplayPlace {
  const [, , written = ''] = pathname.split('/');
  const share = new URLSearchParams(hash.replace(/^#/u, '')).get('share');
  return { id: written === '' ? null : decodeURIComponent(written), share };
}
