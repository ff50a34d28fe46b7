import { Readable } from 'node:stream'
import type { ComposedMail } from './compose-mail.ts'
import { connectionTo, type SmtpError, wordsOf } from './open-connection.ts'
import { renamedTo } from './renamed-to.ts'
import type { MailServer } from './server-of.ts'

/** Why nothing was accepted: `server`, it cannot be reached or does not let us in; `busy`, come back soon; `refused`, later. */
export type Because = 'server' | 'busy' | 'refused'

/** What became of one attempt to hand a mail over. `again`: it can be tried again for those who do not have it yet. */
export type HandOver =
  | { result: 'sent'; renamedTo: string | null; accepted: string[] }
  | { result: 'again'; because: Because; error: string; code: number | null; accepted: string[] }
  | { result: 'failed' | 'uncertain'; error: string; code: number | null; accepted: string[] }

/** Greylisting and servers that are closing or busy (RFC 5321, 4.2.3; RFC 6647) mean: soon. */
const BUSY = new Set([421, 450, 451])
/** Whoever asks for a login here will ask again: it is about the way, not about the mail. */
const NOT_LET_IN = new Set([454, 530, 534, 535, 538])

/**
 * Hands a mail to its server. Once the text is on its way and the connection breaks before the answer, nobody can know
 * whether it was accepted: that is `uncertain`, never `again`.
 */
export async function handOver(server: MailServer, mail: ComposedMail): Promise<HandOver> {
  const connection = connectionTo(server)
  let stage: 'before' | 'within' | 'text' = 'before'
  // The message is asked for only once the server has agreed to take it.
  const message = Readable.from(
    (async function* () {
      stage = 'text'
      yield* mail.open()
    })(),
    { objectMode: false },
  )
  try {
    await connection.open()
    stage = 'within'
    const { response, accepted, refused } = await connection.send(mail.envelope, message)
    connection.quit()
    if (refused.length === 0) return { result: 'sent', renamedTo: renamedTo(response, server.host), accepted }
    const error = refused.map((one) => `${one.email}: ${one.error}`).join('; ')
    const code = refused[0]?.code ?? null
    const passing = refused.find((one) => one.code !== null && one.code < 500)?.code
    if (passing === undefined || passing === null) return { result: 'failed', error, code, accepted }
    return { result: 'again', because: BUSY.has(passing) ? 'busy' : 'refused', error, code: passing, accepted }
  } catch (error) {
    connection.close()
    message.destroy()
    return whatItMeans(error as SmtpError, stage)
  }
}

function whatItMeans(error: SmtpError, stage: 'before' | 'within' | 'text'): HandOver {
  const code = error.responseCode ?? null
  const said = { error: wordsOf(error), code, accepted: [] }
  const again = (because: Because): HandOver => ({ result: 'again', because, ...said })
  if (stage === 'before' || (code !== null && NOT_LET_IN.has(code))) return again('server')
  if (code !== null && code >= 500) return { result: 'failed', ...said }
  if (code !== null && code >= 400) return again(BUSY.has(code) ? 'busy' : 'refused')
  if (stage === 'within') return again('busy')
  return { result: 'uncertain', ...said, error: `The connection broke before the server confirmed: ${said.error}` }
}
