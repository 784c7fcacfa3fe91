import type { NetworkInterfaceInfo } from 'node:os';

/** What `os.networkInterfaces()` says. */
export type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/** An address at which a phone in the room may find this machine. */
export type LanAddress = { readonly address: string; readonly network: string };

export type LanAddresses = {
  /** The likeliest first. */
  readonly candidates: readonly LanAddress[];
  /** Why there is none: no network at all, or only ones no phone can reach (containers, tunnels, this machine itself). */
  readonly reason: 'no-network' | 'only-private' | null;
};

/**
 * Chooses among the machine's addresses those that a phone on the same Wi-Fi can reach. Only IPv4: a v6
 * address is not something to type from a projector, and home routers give them per device anyway.
 */
export function lanAddresses(interfaces: Interfaces): LanAddresses {
  const all = Object.entries(interfaces).flatMap(([network, addresses]) =>
    (addresses ?? []).map((info) => ({ ...info, network })),
  );
  const outside = all.filter(
    ({ internal, family, address }) => !internal && isIpv4(family) && !isLinkLocal(address),
  );
  const candidates = outside
    .filter(({ network, address }) => !isVirtual(network) && !isCarrierOrTunnel(address))
    .map(({ address, network }) => ({ address, network }))
    .sort((one, other) => rank(one) - rank(other) || one.network.localeCompare(other.network));
  if (candidates.length > 0) return { candidates, reason: null };
  return { candidates, reason: outside.length > 0 ? 'only-private' : 'no-network' };
}

/** Older Nodes say 4 where newer ones say 'IPv4'. */
function isIpv4(family: string | number): boolean {
  return family === 'IPv4' || family === 4;
}

function isLinkLocal(address: string): boolean {
  return address.startsWith('169.254.') || address.startsWith('127.');
}

/** Names that containers, virtual machines and tunnels give their networks, on Linux, macOS and Windows. */
const VIRTUAL_NETWORKS =
  /^(?:docker|br-|veth|virbr|vmnet|vboxnet|cni|flannel|cali|lxc|lxd|podman|tun|tap|utun|wg|ppp|ipsec|zt|tailscale|nordlynx|proton|awdl|llw|bridge|vEthernet|VMware|VirtualBox|Tailscale|WireGuard|OpenVPN)/iu;

function isVirtual(network: string): boolean {
  return VIRTUAL_NETWORKS.test(network) || /\b(?:VPN|TAP-Windows|WSL)\b/iu.test(network);
}

/** 100.64/10 is a provider's or Tailscale's (RFC 6598); 172.17/16 is Docker's unless somebody moved it. */
function isCarrierOrTunnel(address: string): boolean {
  const [first = 0, second = 0] = octets(address);
  return (first === 100 && second >= 64 && second <= 127) || (first === 172 && second === 17);
}

/** Schools and homes use 192.168, larger networks 10, few 172.16/12 (RFC 1918); a public address may be anything. */
function rank({ address }: LanAddress): number {
  const [first = 0, second = 0] = octets(address);
  if (first === 192 && second === 168) return 0;
  if (first === 10) return 1;
  if (first === 172 && second >= 16 && second <= 31) return 2;
  return 3;
}

function octets(address: string): readonly number[] {
  return address.split('.').map(Number);
}

/** The address by which a machine in the same network, or container beside this one, reaches what listens on `host`. */
export function ownAddress(host: string, interfaces: Interfaces): string {
  if (host !== '0.0.0.0' && host !== '::' && host !== '') return host;
  const outside = Object.values(interfaces)
    .flatMap((addresses) => addresses ?? [])
    .find(({ internal, family, address }) => !internal && isIpv4(family) && !isLinkLocal(address));
  return outside?.address ?? '127.0.0.1';
}
