import { isIP } from 'node:net';
import type { TrustedProxies } from '../trusted-proxies.ts';

export type AddressFacts = {
  /** The other end of the connection. */
  readonly peer: string | undefined;
  /** `X-Forwarded-For`. */
  readonly forwardedFor: string | undefined;
  readonly isProxy: TrustedProxies;
};

/**
 * The address that limits are counted by. The header is believed only from a proxy of ours, and then only its last entry,
 * which is the proxy's own word.
 */
export function clientAddress({ peer, forwardedFor, isProxy }: AddressFacts): string {
  const near = plain(peer ?? '');
  const said = forwardedFor?.split(',').at(-1)?.trim() ?? '';
  return isIP(said) !== 0 && isProxy(near) ? plain(said) : near;
}

/** An IPv4 address that came over an IPv6 socket, as itself. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/iu, '');
}
