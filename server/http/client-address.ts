import { isIP } from 'node:net';

export type AddressFacts = {
  /** The other end of the connection. */
  readonly peer: string | undefined;
  /** `X-Forwarded-For`. */
  readonly forwardedFor: string | undefined;
  /** Whether the operator has named a public address: then a proxy stands before us. */
  readonly behindProxy: boolean;
};

/**
 * The address that limits are counted by. The header is believed only where a proxy is to be expected and the
 * connection comes from nearby, and then only its last entry, which is the proxy's own word.
 */
export function clientAddress({ peer, forwardedFor, behindProxy }: AddressFacts): string {
  const near = plain(peer ?? '');
  const said = forwardedFor?.split(',').at(-1)?.trim() ?? '';
  return behindProxy && isNearby(near) && isIP(said) !== 0 ? plain(said) : near;
}

/** An IPv4 address that came over an IPv6 socket, as itself. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/iu, '');
}

/** Loopback and private networks (RFC 1918, RFC 4193). */
function isNearby(address: string): boolean {
  return /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|::1$|f[cd])/iu.test(address);
}
