export type SharedPage = 'replay' | 'report';

/** The link that shows one recording. Its secret stands in the fragment, which no server and no log sees. */
export function shareLink(origin: string, page: SharedPage, id: string, token: string): string {
  return `${origin}/${page}/${encodeURIComponent(id)}#share=${token}`;
}
