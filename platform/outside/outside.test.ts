import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { askOutside, setWayOut } from './index.ts'

let server: http.Server
let port: number
const heard: { url: string | undefined; body: string }[] = []

beforeAll(async () => {
  server = http.createServer((request, answer) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      heard.push({ url: request.url, body })
      if (request.url === '/moved') answer.writeHead(302, { location: '/elsewhere' }).end()
      else if (request.url === '/much') answer.end('x'.repeat(100_000))
      else answer.end('thanks')
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  port = (server.address() as AddressInfo).port
})
afterEach(() => setWayOut())
afterAll(() => server.close())

const open = {
  resolve: async () => [{ address: '127.0.0.1', family: 4 }],
  mayConnect: () => true,
  mayBePlain: () => true,
}

test('what is sent arrives, and the answer is read', async () => {
  setWayOut(open)
  const reply = await askOutside({ url: `http://chat.example.org:${port}/hook`, body: '{"a":1}' })
  expect(reply).toEqual({ status: 200, text: 'thanks' })
  expect(heard.at(-1)).toEqual({ url: '/hook', body: '{"a":1}' })
})

test('redirects are not followed, and of a long answer only the beginning is read', async () => {
  setWayOut(open)
  expect((await askOutside({ url: `http://chat.example.org:${port}/moved`, body: '' })).status).toBe(302)
  expect((await askOutside({ url: `http://chat.example.org:${port}/much`, body: '' })).text).toHaveLength(16 * 1024)
})

test.each([
  ['http://chat.example.org/hook', 'https'],
  ['https://127.0.0.1/hook', 'public'],
  ['https://[::1]/hook', 'public'],
  ['https://169.254.169.254/latest/meta-data', 'public'],
  ['https://ana:secret@chat.example.org/', 'password'],
  ['file:///etc/passwd', 'https'],
  ['nonsense', 'no address'],
])('%s is not asked', async (url, why) => {
  await expect(askOutside({ url, body: '' })).rejects.toThrow(why)
})

test('a name that leads inside is not asked, not even when another answer leads outside', async () => {
  setWayOut({
    ...open,
    resolve: async () => [
      { address: '8.8.8.8', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ],
    mayConnect: (address) => address === '8.8.8.8',
  })
  const before = heard.length
  await expect(askOutside({ url: `http://rebound.example.org:${port}/hook`, body: '' })).rejects.toThrow('public')
  expect(heard).toHaveLength(before)
})
