import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { lanAddresses } from '../../../server/address.ts';

function v4(address: string, internal = false): NetworkInterfaceInfo {
  return {
    address,
    netmask: '255.255.255.0',
    family: 'IPv4',
    mac: '00:00:00:00:00:01',
    internal,
    cidr: `${address}/24`,
  };
}

function v6(address: string): NetworkInterfaceInfo {
  return {
    address,
    netmask: 'ffff::',
    family: 'IPv6',
    mac: '00:00:00:00:00:01',
    internal: false,
    cidr: null,
    scopeid: 0,
  };
}

const loopback = { lo: [v4('127.0.0.1', true)] };

describe('the address for phones (T24)', () => {
  it('is the one of the Wi-Fi, with its network’s name', () => {
    expect(lanAddresses({ ...loopback, wlan0: [v4('192.168.1.20'), v6('fe80::1')] })).toEqual({
      candidates: [{ address: '192.168.1.20', network: 'wlan0' }],
      reason: null,
    });
  });

  it('leaves the choice to the teacher where several fit, home-like networks first', () => {
    const { candidates } = lanAddresses({
      eth1: [v4('172.20.3.4')],
      eth0: [v4('10.1.2.3')],
      public: [v4('203.0.113.9')],
      wlan0: [v4('192.168.1.20')],
      ap0: [v4('192.168.137.1')],
    });
    expect(candidates.map(({ address }) => address)).toEqual([
      '192.168.137.1',
      '192.168.1.20',
      '10.1.2.3',
      '172.20.3.4',
      '203.0.113.9',
    ]);
  });

  it.each([
    ['a container’s bridge', 'docker0', '172.17.0.1'],
    ['Docker’s usual network under another name', 'eth0', '172.17.0.2'],
    ['a compose network', 'br-5d1f', '172.18.0.1'],
    ['a container’s end', 'veth12ab', '192.168.100.1'],
    ['a virtual machine’s', 'virbr0', '192.168.122.1'],
    ['VMware’s', 'vmnet8', '192.168.56.1'],
    ['VirtualBox’s on Windows', 'VirtualBox Host-Only Network', '192.168.56.1'],
    ['Hyper-V’s', 'vEthernet (WSL)', '172.29.0.1'],
    ['a tunnel', 'tun0', '10.8.0.2'],
    ['a tap', 'tap0', '10.8.0.2'],
    ['a Mac’s tunnel', 'utun3', '10.8.0.2'],
    ['WireGuard’s', 'wg0', '10.6.0.2'],
    ['Tailscale’s', 'tailscale0', '100.101.102.103'],
    ['Tailscale’s under another name', 'eth7', '100.64.0.1'],
    ['a VPN’s on Windows', 'Work VPN', '10.9.0.4'],
  ])('is never %s', (_, network, address) => {
    expect(lanAddresses({ ...loopback, [network]: [v4(address)] })).toEqual({
      candidates: [],
      reason: 'only-private',
    });
  });

  it('is none, with the reason, where the machine is alone', () => {
    const alone = { candidates: [], reason: 'no-network' };
    expect(lanAddresses(loopback)).toEqual(alone);
    expect(lanAddresses({ ...loopback, wlan0: [v4('169.254.7.7')] })).toEqual(alone);
    expect(lanAddresses({ ...loopback, wlan0: [v6('2001:db8::5')] })).toEqual(alone);
    expect(lanAddresses({ gone: undefined })).toEqual(alone);
  });
});
