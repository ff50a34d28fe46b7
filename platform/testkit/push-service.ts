import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'

export interface HeardPush {
  note: Record<string, unknown>
  headers: http.IncomingHttpHeaders
}

export interface PushService {
  /** What a browser that uses this service hands to the desk; its address is plain http. */
  browser: { endpoint: string; keys: { p256dh: string; auth: string } }
  heard: HeardPush[]
  /** What it answers from now on. */
  answer(status: number): void
  stop(): Promise<void>
}

/** A push service and a browser in one: reads what is sent to it as RFC 8291 and RFC 8188 say, and believes no key but the desk's. */
export async function startPushService(deskKey: () => string): Promise<PushService> {
  const own = createECDH('prime256v1')
  own.generateKeys()
  const auth = randomBytes(16)
  const heard: HeardPush[] = []
  let status = 201
  const server = http.createServer(async (request, answer) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    if (status < 300) {
      checkVapid(String(request.headers.authorization), deskKey())
      const note = JSON.parse(decrypt(Buffer.concat(chunks), own, auth).toString('utf8')) as Record<string, unknown>
      heard.push({ note, headers: request.headers })
    }
    answer.writeHead(status).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    browser: {
      endpoint: `http://127.0.0.1:${port}/push/${randomBytes(8).toString('hex')}`,
      keys: { p256dh: own.getPublicKey('base64url'), auth: auth.toString('base64url') },
    },
    heard,
    answer(next) {
      status = next
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** RFC 8291, section 3.4, with the one record of RFC 8188 that it allows. */
function decrypt(body: Buffer, own: ReturnType<typeof createECDH>, auth: Buffer): Buffer {
  const salt = body.subarray(0, 16)
  const keyLength = body.readUInt8(20)
  const theirs = body.subarray(21, 21 + keyLength)
  const sealed = body.subarray(21 + keyLength)
  const derive = (secret: Buffer, by: Buffer, info: Buffer, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, by, info, length))
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), own.getPublicKey(), theirs])
  const secret = derive(own.computeSecret(theirs), auth, info, 32)
  const key = derive(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
  const nonce = derive(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
  const decipher = createDecipheriv('aes-128-gcm', key, nonce)
  decipher.setAuthTag(sealed.subarray(-16))
  const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
  // What follows the last octet that is not zero is padding; that octet says that it is the last record.
  const end = plain.findLastIndex((octet) => octet !== 0)
  if (plain[end] !== 2) throw new Error('not the last record')
  return plain.subarray(0, end)
}

/** RFC 8292: `vapid t=<token>, k=<key>`, signed by the key that the browser subscribed with. */
function checkVapid(authorization: string, deskKey: string): void {
  const [, token = '', key = ''] = /^vapid t=([^,]+), ?k=(.+)$/.exec(authorization) ?? []
  if (key !== deskKey) throw new Error(`pushed with the key ${key}`)
  const [head = '', claims = '', signature = ''] = token.split('.')
  const point = Buffer.from(key, 'base64url')
  const jwk = { kty: 'EC', crv: 'P-256', x: point.toString('base64url', 1, 33), y: point.toString('base64url', 33, 65) }
  const signer = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' as const }
  if (!verify('sha256', Buffer.from(`${head}.${claims}`), signer, Buffer.from(signature, 'base64url')))
    throw new Error('the push is not signed by its key')
}
