import { lookup as systemLookup } from 'node:dns/promises'
import http from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './public-address.ts'
import { sniffPicture } from './sniff.ts'

const MAX_BYTES = 5 * 1024 * 1024
/** A small file can unpack into gigabytes in the reader's browser. */
const MAX_PIXELS = 40_000_000
const MAX_REDIRECTS = 3
const TIME_MS = 10_000

export interface Picture {
  type: string
  bytes: Buffer
}

/** How the outside is reached; tests put their own in its place. */
export interface Outside {
  resolve: (host: string) => Promise<{ address: string; family: number }[]>
  mayConnect: (address: string, port: number) => boolean
}

export const openInternet: Outside = {
  resolve: (host) => systemLookup(host, { all: true, verbatim: true }),
  mayConnect: (address, port) => (port === 80 || port === 443) && isPublicAddress(address),
}

/** Why a picture is not shown, for the log. */
export class NotFetched extends Error {}

/**
 * Fetches a picture that a stranger's mail names. Only public addresses are connected to, and it is the checked address
 * itself that is connected to, so that a name that changes its answer in between (DNS rebinding) gains nothing. Nothing
 * of the reader goes along: no cookie, no referrer, no language.
 */
export async function fetchPicture(address: string, outside: Outside = openInternet): Promise<Picture> {
  const signal = AbortSignal.timeout(TIME_MS)
  let url = new URL(address)
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const answer = await ask(url, outside, signal)
    const location = answer.headers.location
    if (answer.statusCode && answer.statusCode >= 300 && answer.statusCode < 400 && location) {
      answer.destroy()
      if (!URL.canParse(location, url)) throw new NotFetched('redirected to no address')
      url = new URL(location, url)
      continue
    }
    if (answer.statusCode !== 200) {
      answer.destroy()
      throw new NotFetched(`answered ${answer.statusCode}`)
    }
    return pictureOf(await bytesOf(answer))
  }
  throw new NotFetched('redirected too often')
}

function ask(url: URL, outside: Outside, signal: AbortSignal): Promise<http.IncomingMessage> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new NotFetched('neither http nor https')
  if (url.username !== '' || url.password !== '') throw new NotFetched('carries a password')
  const secure = url.protocol === 'https:'
  const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // A literal address is never looked up, so it is judged here.
  if (isIP(host) !== 0 && !outside.mayConnect(host, port)) throw new NotFetched('not a public address')
  return new Promise((resolve, reject) => {
    const request = (secure ? https : http).request(
      url,
      {
        agent: false,
        signal,
        lookup: guarded(outside, port),
        maxHeaderSize: 16 * 1024,
        headers: { accept: 'image/png,image/jpeg,image/gif,image/webp', 'accept-encoding': 'identity' },
      },
      resolve,
    )
    request.on('error', reject)
    request.end()
  })
}

function guarded(outside: Outside, port: number): LookupFunction {
  return (host, options, done) => {
    outside.resolve(host).then(
      (all) => {
        const [first] = all
        if (!first) return done(new NotFetched('no such host'), '', 0)
        // One bad answer among good ones is no accident.
        if (!all.every(({ address }) => outside.mayConnect(address, port)))
          return done(new NotFetched('not a public address'), '', 0)
        return options.all ? done(null, all) : done(null, first.address, first.family)
      },
      (error: Error) => done(error, '', 0),
    )
  }
}

async function bytesOf(answer: http.IncomingMessage): Promise<Buffer> {
  const coding = answer.headers['content-encoding'] ?? 'identity'
  if (coding !== 'identity' || Number(answer.headers['content-length'] ?? 0) > MAX_BYTES) {
    answer.destroy()
    throw new NotFetched('packed or too large')
  }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length
    // Leaving the loop ends the connection.
    if (size > MAX_BYTES) throw new NotFetched('too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function pictureOf(bytes: Buffer): Picture {
  const kind = sniffPicture(bytes)
  if (!kind) throw new NotFetched('no picture')
  if (kind.width * kind.height > MAX_PIXELS) throw new NotFetched('too many pixels')
  return { type: kind.type, bytes }
}
