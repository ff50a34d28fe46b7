import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fetchPicture, type Outside, openInternet } from './fetch-picture.ts'
import { isPublicAddress } from './public-address.ts'
import { sniffPicture } from './sniff.ts'

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe('addresses', () => {
  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '198.18.0.1',
    '::1',
    '::',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:0:7f00:1::',
    '2001:db8::1',
    'localhost',
    '',
  ])('%s is not on the open internet', (address) => expect(isPublicAddress(address)).toBe(false))

  test.each(['1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700:4700::1111', '2a00:1450:4001:800::200e'])(
    '%s is',
    (address) => expect(isPublicAddress(address)).toBe(true),
  )
})

describe('what a picture is', () => {
  test('is told by its bytes', () => {
    expect(sniffPicture(PIXEL)).toEqual({ type: 'image/png', width: 1, height: 1 })
    const gif = Buffer.from('R0lGODlhAgADAIAAAAAAAP///yH5BAEAAAAALAAAAAACAAMAAAICRF4AOw==', 'base64')
    expect(sniffPicture(gif)).toMatchObject({ type: 'image/gif', width: 2, height: 3 })
    const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0000b080010002001011100ffd9', 'hex')
    expect(sniffPicture(jpeg)).toEqual({ type: 'image/jpeg', width: 32, height: 16 })
    expect(
      sniffPicture(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>')),
    ).toBeUndefined()
    expect(sniffPicture(Buffer.from('<!doctype html><img src=x onerror=y>'))).toBeUndefined()
    expect(sniffPicture(Buffer.from('ffd8ffffffffffffffffffffffffffffffffffffff', 'hex'))).toBeUndefined()
  })
})

describe('fetching', () => {
  let server: Server
  let port: number
  const asked: { url: string; headers: Record<string, unknown> }[] = []

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push({ url: request.url ?? '', headers: request.headers })
      const path = request.url ?? ''
      if (path === '/pixel.png') return response.setHeader('content-type', 'image/png').end(PIXEL)
      if (path === '/page.png') return response.setHeader('content-type', 'image/png').end('<html>no picture</html>')
      if (path === '/packed.png') return response.setHeader('content-encoding', 'deflate').end(deflateSync(PIXEL))
      if (path === '/moved') return response.writeHead(302, { location: '/pixel.png' }).end()
      if (path === '/round') return response.writeHead(302, { location: '/round' }).end()
      if (path === '/inside') return response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end()
      if (path === '/file') return response.writeHead(302, { location: 'file:///etc/passwd' }).end()
      if (path === '/endless') {
        const more = () => {
          while (response.write(Buffer.alloc(64 * 1024)));
          response.once('drain', more)
        }
        return more()
      }
      if (path === '/huge.png') {
        const huge = Buffer.from(PIXEL)
        huge.writeUInt32BE(60_000, 16)
        huge.writeUInt32BE(60_000, 20)
        return response.end(huge)
      }
      return response.writeHead(404).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    port = (server.address() as AddressInfo).port
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  const here: Outside = {
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    mayConnect: (address) => address === '127.0.0.1',
  }
  const at = (path: string) => `http://pictures.example:${port}${path}`

  test('brings a picture and tells nothing of the reader', async () => {
    const picture = await fetchPicture(at('/pixel.png'), here)
    expect(picture).toMatchObject({ type: 'image/png', bytes: PIXEL })
    const { headers } = asked.at(-1) ?? {}
    expect(headers).not.toHaveProperty('cookie')
    expect(headers).not.toHaveProperty('referer')
    expect(headers).not.toHaveProperty('user-agent')
    expect((await fetchPicture(at('/moved'), here)).bytes).toEqual(PIXEL)
  })

  test.each(['/page.png', '/packed.png', '/round', '/inside', '/file', '/endless', '/huge.png', '/none'])(
    'refuses %s',
    async (path) => {
      await expect(fetchPicture(at(path), here)).rejects.toThrow()
    },
  )

  test('connects to nothing that is not public, however it is written', async () => {
    const before = asked.length
    for (const url of [
      `http://127.0.0.1:${port}/pixel.png`,
      `http://localhost:${port}/pixel.png`,
      `http://0x7f.1:${port}/pixel.png`,
      `http://2130706433:${port}/pixel.png`,
      `http://[::1]:${port}/pixel.png`,
      `http://[::ffff:127.0.0.1]:${port}/pixel.png`,
      'http://169.254.169.254/latest/meta-data',
      `http://user:secret@pictures.example:${port}/pixel.png`,
      'ftp://pictures.example/pixel.png',
    ])
      await expect(fetchPicture(url, openInternet)).rejects.toThrow()
    expect(asked.length).toBe(before)
  })

  test('refuses a name with one private answer, and asks for the name only once a connection', async () => {
    const answers = [
      [
        { address: '93.184.215.14', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ],
      [{ address: '127.0.0.1', family: 4 }],
    ]
    for (const addresses of answers) {
      let times = 0
      const rebinding: Outside = {
        resolve: async () => {
          times += 1
          return addresses
        },
        mayConnect: isPublicAddress,
      }
      await expect(fetchPicture(at('/pixel.png'), rebinding)).rejects.toThrow(/public/)
      expect(times).toBe(1)
    }
  })

  test('leaves the usual ports only to the web', () => {
    expect(openInternet.mayConnect('1.1.1.1', 443)).toBe(true)
    expect(openInternet.mayConnect('1.1.1.1', 25)).toBe(false)
    expect(openInternet.mayConnect('10.0.0.1', 443)).toBe(false)
  })
})
