import { STATUS_CODES } from 'node:http'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '../errors/index.ts'

/** Answers with RFC 9457 problem details. What is not a Problem is a defect: logged whole, told as little. */
export function sendProblem(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const found = asProblem(error)
  if (found.status >= 500) request.log.error({ err: error, code: found.code }, 'request failed')
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

function asProblem(error: FastifyError | Error): Problem {
  if (error instanceof Problem) return error
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500
  if (status === 413) return new Problem('http.too_large', 413, 'The request is larger than this address takes.')
  if (status === 415) return new Problem('http.unsupported_type', 415, 'This address does not take that content type.')
  if (status >= 400 && status < 500) return new Problem('http.bad_request', status, error.message)
  return new Problem('http.internal', 500, 'Something went wrong on our side. It has been logged; please try again.')
}
