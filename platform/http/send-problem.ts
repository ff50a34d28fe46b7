import { STATUS_CODES } from 'node:http'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '../errors/index.ts'

/** Answers with RFC 9457 problem details. What is not a Problem is a defect: logged whole, told as little. */
export function sendProblem(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const found = asProblem(error)
  if (found.status >= 500 || isDataException(error))
    request.log.error({ err: error, code: found.code }, 'request failed')
  addHeaders(found, reply)
  if (found.status === 413) readOn(request, reply)
  return reply
    .status(found.status)
    .type('application/problem+json')
    .send(JSON.stringify(problemDocument(found)))
}

export function problemDocument(found: Problem) {
  return {
    type: `/api/docs/problems#${found.code}`,
    title: STATUS_CODES[found.status] ?? 'Error',
    status: found.status,
    code: found.code,
    detail: found.detail,
    ...(found.field === undefined ? {} : { field: found.field }),
    ...found.extra,
  }
}

/** What the answer says of itself where programs look for it first. */
function addHeaders(found: Problem, reply: FastifyReply): void {
  const { retryAfterSeconds, current } = found.extra as { retryAfterSeconds?: number; current?: { version?: number } }
  if (found.status === 401) reply.header('www-authenticate', 'Bearer realm="Deskhand"')
  if (typeof retryAfterSeconds === 'number') reply.header('retry-after', String(retryAfterSeconds))
  if (found.status === 412 && typeof current?.version === 'number') reply.header('etag', `"${current.version}"`)
}

/**
 * A connection that is closed while the sender still writes is reset, and the answer is lost with it. So the rest is read and
 * dropped, where the sender says how much it is.
 */
function readOn(request: FastifyRequest, reply: FastifyReply): void {
  if (!(Number(request.headers['content-length']) < MOST_READ_ON)) return
  reply.removeHeader('connection')
  // Node reads on by itself only where nobody has begun to.
  request.raw.resume()
}

const MOST_READ_ON = 512 * 1024 * 1024

function asProblem(error: FastifyError | Error): Problem {
  if (error instanceof Problem) return error
  if (isDataException(error)) return new Problem('http.invalid', 422, 'A value in this request cannot be used here.')
  if (error.message.startsWith('Multipart:') || error.message === 'Unexpected end of multipart data') {
    return new Problem('http.bad_request', 400, 'The multipart body is broken.')
  }
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500
  if (status === 413) return new Problem('http.too_large', 413, 'The request is larger than this address takes.')
  if (status === 415) return new Problem('http.unsupported_type', 415, 'This address does not take that content type.')
  if (status >= 400 && status < 500) return new Problem('http.bad_request', status, error.message)
  return new Problem('http.internal', 500, 'Something went wrong on our side. It has been logged; please try again.')
}

/**
 * PostgreSQL refuses a value: a number beyond its type, a time that is none. What the contracts let through and the database
 * does not take was sent, so it is the sender who can mend it; it is logged, for a contract could have said more.
 */
function isDataException(error: Error): boolean {
  return 'code' in error && typeof error.code === 'string' && dataExceptions.has(error.code)
}

// numeric_value_out_of_range, invalid_datetime_format, datetime_field_overflow, invalid_text_representation,
// character_not_in_repertoire, untranslatable_character
const dataExceptions = new Set(['22003', '22007', '22008', '22P02', '22021', '22P05'])
