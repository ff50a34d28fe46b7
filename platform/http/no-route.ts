import type { FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '../errors/index.ts'
import type { Route } from './on.ts'
import { sendProblem } from './send-problem.ts'

/** Answers what no route takes: 405 and what is allowed where other methods know the address, else 404. */
export function answerWithoutRoute(routes: readonly Route[]) {
  let known: { method: string; address: RegExp }[] | undefined
  return (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    known ??= routes.map(({ endpoint }) => ({ method: endpoint.method, address: addressOf(endpoint.path) }))
    const path = (request.url.split('?')[0] ?? '').replace(/(.)\/$/, '$1')
    const methods = new Set(known.filter(({ address }) => address.test(path)).map(({ method }) => method))
    if (methods.size === 0) {
      return sendProblem(new Problem('http.not_found', 404, `There is nothing at ${path}.`), request, reply)
    }
    const allowed = [...methods, ...(methods.has('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
    reply.header('allow', allowed)
    if (request.method === 'OPTIONS') return reply.status(204).send()
    const words = `${path} does not take ${request.method}. It takes ${allowed}.`
    return sendProblem(new Problem('http.method_not_allowed', 405, words), request, reply)
  }
}

const addressOf = (path: string) => new RegExp(`^${path.replaceAll('.', '\\.').replace(/:[^/]+/g, '[^/]+')}$`)
