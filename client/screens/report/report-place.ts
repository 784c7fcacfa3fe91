/** What the report's address says. */
export type ReportPlace = {
  readonly id: string;
  /** The secret of a share's link, which opens this one recording. */
  readonly share: string | null;
  /** The server's teacher key. */
  readonly key: string | null;
};

/** Reads `/report/ID#share=…`, also with `#key=…`. */
export function reportPlaceOf({ pathname, hash }: Pick<Location, 'pathname' | 'hash'>): ReportPlace {
  const [, , id = ''] = pathname.split('/');
  const fragment = new URLSearchParams(hash.replace(/^#/u, ''));
  return { id, share: fragment.get('share'), key: fragment.get('key') };
}
