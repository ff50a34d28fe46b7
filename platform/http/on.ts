import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Static, TObject, TSchema } from 'typebox'
import type { Access } from '../access/permission.ts'
import type { Cx } from '../cx.ts'
import type { Endpoint } from './contract.ts'

export interface RateLimit {
  hits: number
  perSeconds: number
  /** What is counted; by default the actor, or the address of a stranger. */
  by?: 'actor' | 'address'
}

interface RouteOptions {
  access: Access
  rateLimit?: RateLimit
  /** Bytes; 1 MiB unless said otherwise. */
  bodyLimit?: number
  /** Takes what a form posts, as text of at most 8 kB; for programs that can post nothing else. */
  form?: true
}

export interface Input<Params, Query, Body> {
  params: Params
  query: Query
  body: Body
  /** The version in the If-Match header, without quotes. */
  ifMatch: string | undefined
  request: FastifyRequest
  reply: FastifyReply
}

export interface Route {
  endpoint: Endpoint
  options: RouteOptions & { etag?: (body: unknown) => string }
  handle: (cx: Cx, input: Input<unknown, unknown, unknown>) => unknown
  /** Answers by itself through `reply` (downloads, uploads, pages). */
  raw: boolean
}

type Handler<P extends TObject, Q extends TObject, B extends TSchema, Result> = (
  cx: Cx,
  input: Input<Static<P>, Static<Q>, Static<B>>,
) => Result | Promise<Result>

/** Binds an endpoint to the use case that answers it and to the right it needs. */
export function on<P extends TObject, Q extends TObject, B extends TSchema, R extends TSchema>(
  endpoint: Endpoint<P, Q, B, R>,
  options: RouteOptions & { etag?: (body: Static<R>) => string },
  handle: Handler<P, Q, B, R extends TSchema ? (unknown extends Static<R> ? unknown : Static<R>) : void>,
): Route {
  return { endpoint, options, handle, raw: false } as unknown as Route
}

/** Like `on`, for what is not JSON in and JSON out: the handler sends the answer through `reply` and returns it. */
export function raw<P extends TObject, Q extends TObject, B extends TSchema, R extends TSchema>(
  endpoint: Endpoint<P, Q, B, R>,
  options: RouteOptions,
  handle: Handler<P, Q, B, unknown>,
): Route {
  return { endpoint, options, handle, raw: true } as unknown as Route
}
