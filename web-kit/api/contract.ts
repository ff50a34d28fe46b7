import type { Static, TObject, TSchema } from 'typebox'
import type { Endpoint } from '../../platform/http/contract.ts'

// biome-ignore lint/suspicious/noExplicitAny: an endpoint of whatever schemas
export type AnyEndpoint = Endpoint<any, any, any, any>

export type ParamsOf<E> = E extends Endpoint<infer P, TObject, TSchema, TSchema> ? Static<P> : never
export type QueryOf<E> = E extends Endpoint<TObject, infer Q, TSchema, TSchema> ? Static<Q> : never
export type BodyOf<E> = E extends Endpoint<TObject, TObject, infer B, TSchema> ? Static<B> : never
export type ResponseOf<E> = E extends Endpoint<TObject, TObject, TSchema, infer R> ? Static<R> : never

/** A member may be left out when nothing in it is required. */
type Member<K extends string, T> = Record<never, never> extends T ? { [P in K]?: T } : { [P in K]: T }

export type Asked<E> = Member<'params', ParamsOf<E>> & Member<'query', QueryOf<E>>
export type Sent<E> = Asked<E> & Member<'body', BodyOf<E>> & SendOptions

export interface SendOptions {
  /** The version read before; the server answers 412 when somebody was faster. */
  ifMatch?: string | number
  /** Give one key per intention, so that a retry does not act twice. */
  idempotencyKey?: string
  signal?: AbortSignal
  /** Lets it arrive although the page is being left; small bodies only. */
  keepalive?: boolean
}
