import { BlockList, isIP } from 'node:net'

const NAMED: Record<string, readonly string[]> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  private: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7', 'fe80::/10'],
}

const kept = new Map<string, BlockList>()

/** Whether an address is in one of the networks: `loopback`, `private`, addresses and CIDR blocks. What is none counts for nothing. */
export function isInNetworks(address: string, networks: readonly string[]): boolean {
  const ip = plainIp(address)
  const family = isIP(ip)
  if (family === 0) return false
  const key = networks.join(' ')
  const list = kept.get(key) ?? blockList(networks)
  if (kept.size > 50) kept.clear()
  kept.set(key, list)
  return list.check(ip, family === 6 ? 'ipv6' : 'ipv4')
}

/** Addresses that say nothing about a sender: whoever it is has been hidden by a proxy, a container or a relay within. */
export function isInternal(address: string): boolean {
  return isInNetworks(address, ['loopback', 'private', '100.64.0.0/10', '169.254.0.0/16'])
}

/** `::ffff:192.0.2.1` is 192.0.2.1. */
export function plainIp(address: string): string {
  return address
    .trim()
    .replace(/^\[(?:IPv6:)?(.*)\]$/i, '$1')
    .replace(/^::ffff:(?=\d+\.)/i, '')
}

function blockList(networks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const network of namesOf(networks).flatMap((name) => NAMED[name] ?? [name])) {
    const [address = '', bits] = network.split('/')
    const family = isIP(address)
    const most = family === 6 ? 128 : 32
    const prefix = bits === undefined ? most : Number(bits)
    if (family === 0 || !Number.isInteger(prefix) || prefix < 0 || prefix > most) continue
    list.addSubnet(address, prefix, family === 6 ? 'ipv6' : 'ipv4')
  }
  return list
}

/** The entries of a setting in lower case; one that comes from a variable holds them all, separated by commas. */
export function namesOf(setting: readonly string[]): string[] {
  return setting.flatMap((entry) => entry.toLowerCase().split(/[\s,;]+/)).filter((name) => name !== '')
}
