import { BlockList, isIP } from 'node:net';

/** Whether a connection comes from a proxy whose word for a client's address is taken. */
export type TrustedProxies = (address: string) => boolean;

/** Names for networks that everybody knows (RFC 1122, RFC 1918, RFC 4193). */
export const NETWORKS = {
  loopback: ['127.0.0.0/8', '::1'],
  private: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
} as const;

/** Reads addresses, networks such as `10.1.0.0/16` and names of networks, with commas between them; null where one is none. */
export function readNetworks(text: string): readonly string[] | null {
  const entries = text.split(',').map((entry) => entry.trim());
  const networks = entries.flatMap((entry) => (isName(entry) ? NETWORKS[entry] : [entry]));
  return networks.every((network) => parse(network) !== null) ? networks : null;
}

/** Throws on what `readNetworks` would not have let pass. */
export function trustProxies(networks: readonly string[]): TrustedProxies {
  const list = new BlockList();
  for (const network of networks) {
    const parsed = parse(network);
    if (parsed === null) throw new RangeError(`"${network}" is no network`);
    list.addSubnet(parsed.address, parsed.bits, parsed.family);
  }
  return (address) => isIP(address) !== 0 && list.check(address, familyOf(address));
}

function isName(entry: string): entry is keyof typeof NETWORKS {
  return Object.hasOwn(NETWORKS, entry);
}

type Network = { readonly address: string; readonly bits: number; readonly family: 'ipv4' | 'ipv6' };

function parse(network: string): Network | null {
  const [, address = '', length] = /^([^/]+)(?:\/(\d{1,3}))?$/u.exec(network) ?? [];
  if (isIP(address) === 0) return null;
  const family = familyOf(address);
  const most = family === 'ipv6' ? 128 : 32;
  const bits = Number(length ?? most);
  return bits > most ? null : { address, bits, family };
}

function familyOf(address: string): Network['family'] {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}
