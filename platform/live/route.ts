import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Actor } from '../access/actor.ts'
import { signInNeeded } from '../errors/index.ts'
import { refuseForeignOrigin } from '../http/security.ts'
import type { LiveSockets } from './sockets.ts'

/** `GET /api/v1/live`: the one WebSocket of a browser. Browsers let any site open one with our cookie, so the origin is checked. */
export function addLiveRoute(
  app: FastifyInstance,
  sockets: LiveSockets,
  resolveActor: (request: FastifyRequest) => Promise<Actor>,
): void {
  const actors = new WeakMap<FastifyRequest, Actor>()
  app.get(
    '/api/v1/live',
    {
      websocket: true,
      onRequest: async (request) => {
        refuseForeignOrigin(request)
        const actor = await resolveActor(request)
        if (actor.kind === 'anonymous') throw signInNeeded()
        actors.set(request, actor)
      },
    },
    (socket, request) => sockets.add(socket, actors.get(request)!, () => resolveActor(request)),
  )
}
