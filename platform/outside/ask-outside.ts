import { lookup as systemLookup } from 'node:dns/promises'
import http from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from '../remote-picture/public-address.ts'
import { deskSetting } from '../settings/index.ts'
import { deskSettings } from './config.ts'

const TIME_MS = 10_000
/** Of an answer only its beginning is of interest: why it was refused. */
const MAX_ANSWER = 16 * 1024
const MAX_BODY = 256 * 1024

export interface Question {
  url: string
  method?: 'POST' | 'PUT'
  headers?: Record<string, string>
  body: string | Buffer
}

export interface Reply {
  status: number
  text: string
}

/** How the outside is reached; tests put their own in its place. */
export interface WayOut {
  resolve: (host: string) => Promise<{ address: string; family: number }[]>
  mayConnect: (address: string) => boolean
  /** Plain http sends what is secret in the address for all to read. */
  mayBePlain: () => boolean
}

const internal = () => deskSetting(deskSettings.allowInternal)

const openInternet: WayOut = {
  resolve: (host) => systemLookup(host, { all: true, verbatim: true }),
  mayConnect: (address) => internal() || isPublicAddress(address),
  mayBePlain: internal,
}

let way = openInternet

/** For tests: another way out. Without an argument, the open internet again. */
export function setWayOut(next: WayOut = openInternet): void {
  way = next
}

/** Why nothing was sent; said to whoever manages the address. */
export class NotAsked extends Error {}

/**
 * Sends something to an address that somebody has typed in. Only public addresses are connected to (unless the desk
 * allows its own network), and it is the checked address itself that is connected to, so that a name that changes its
 * answer in between gains nothing. Redirects are not followed; it ends after ten seconds.
 */
export async function askOutside({ url, method = 'POST', headers = {}, body }: Question): Promise<Reply> {
  if (Buffer.byteLength(body) > MAX_BODY) throw new NotAsked('too much to send')
  const target = URL.canParse(url) ? new URL(url) : undefined
  if (!target) throw new NotAsked('no address')
  const secure = target.protocol === 'https:'
  if (!secure && !(target.protocol === 'http:' && way.mayBePlain())) throw new NotAsked('not an https address')
  if (target.username !== '' || target.password !== '') throw new NotAsked('carries a password')
  const host = target.hostname.replace(/^\[|\]$/g, '')
  // A literal address is never looked up, so it is judged here.
  if (isIP(host) !== 0 && !way.mayConnect(host)) throw new NotAsked('not a public address')
  return new Promise((resolve, reject) => {
    const request = (secure ? https : http).request(
      target,
      {
        agent: false,
        method,
        signal: AbortSignal.timeout(TIME_MS),
        lookup: guarded(way),
        maxHeaderSize: 16 * 1024,
        headers: { 'user-agent': 'Deskhand', ...headers, 'content-length': String(Buffer.byteLength(body)) },
      },
      (answer) => beginningOf(answer).then((text) => resolve({ status: answer.statusCode ?? 0, text }), reject),
    )
    request.on('error', (error) => reject(error.name === 'AbortError' ? new NotAsked('no answer in time') : error))
    request.end(body)
  })
}

function guarded({ resolve, mayConnect }: WayOut): LookupFunction {
  return (host, options, done) => {
    resolve(host).then(
      (all) => {
        const [first] = all
        if (!first) return done(new NotAsked('no such host'), '', 0)
        // One bad answer among good ones is no accident.
        if (!all.every(({ address }) => mayConnect(address))) return done(new NotAsked('not a public address'), '', 0)
        return options.all ? done(null, all) : done(null, first.address, first.family)
      },
      (error: Error) => done(error, '', 0),
    )
  }
}

async function beginningOf(answer: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    // Leaving the loop ends the connection.
    if (size > MAX_ANSWER) break
  }
  return Buffer.concat(chunks).subarray(0, MAX_ANSWER).toString('utf8')
}
