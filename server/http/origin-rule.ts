import { isIP } from 'node:net';

/** Whether a request comes from a page of ours, by its Host and Origin headers. */
export type OriginRule = (headers: {
  readonly host: string | undefined;
  readonly origin: string | undefined;
}) => boolean;

export type OriginRuleOptions = {
  /** What this machine calls itself. */
  readonly hostname: string;
  readonly publicUrl: URL | null;
};

/**
 * Two fences. The Host must be one by which this server is meant: an address, `localhost`, a `.local` name, the
 * machine's own name or the operator's; a name of somebody else that was made to point here (DNS rebinding) is
 * none of them. The Origin, where a browser sends one, must be that same host: other sites' pages may not speak
 * to us in the name of whoever looks at them.
 */
export function createOriginRule({ hostname, publicUrl }: OriginRuleOptions): OriginRule {
  const ownNames = new Set([
    'localhost',
    hostname.toLowerCase(),
    ...(publicUrl === null ? [] : [publicUrl.hostname]),
  ]);
  return ({ host, origin }) => {
    const name = host === undefined ? null : hostnameOf(host);
    if (host === undefined || name === null) return false;
    if (!ownNames.has(name) && !name.endsWith('.local') && isIP(name) === 0) return false;
    return origin === undefined || isSameHost(origin, host);
  };
}

/** The name in a Host header, in lower case and without brackets; null where it is not one. */
function hostnameOf(host: string): string | null {
  if (!/^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/iu.test(host)) return null;
  return host
    .toLowerCase()
    .replace(/:\d+$/u, '')
    .replace(/^\[|\]$/gu, '');
}

/** Compared as addresses, so that a port left out because it is the usual one is the same port. */
function isSameHost(origin: string, host: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, host: from } = new URL(origin);
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  return URL.canParse(`${protocol}//${host}`) && new URL(`${protocol}//${host}`).host === from;
}
