import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** Opens the web server's port and returns the address to type into a browser on this machine. */
export async function listen(web: FastifyInstance, { host, port }: { host: string; port: number }): Promise<string> {
  await web.listen({ host, port })
  const address = web.server.address() as AddressInfo
  return `http://${nameFor(host)}:${address.port}`
}

function nameFor(host: string): string {
  if (['127.0.0.1', '0.0.0.0', '::', '::1', 'localhost'].includes(host)) return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
