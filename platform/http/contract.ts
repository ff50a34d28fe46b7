import type { Static, TObject, TSchema } from 'typebox'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * One thing the API can do: declared in a room's `contract/http.ts`, registered by its `server/routes.ts`, called by the
 * browser through `web-kit`, and documented in OpenAPI, all from this object. Runs anywhere.
 */
export interface Endpoint<
  Params extends TObject = TObject,
  Query extends TObject = TObject,
  Body extends TSchema = TSchema,
  Response extends TSchema = TSchema,
> {
  method: Method
  /** With `:name` parameters. */
  path: string
  /** One sentence for the reference. */
  summary: string
  /** The chapter of the reference it stands in. */
  tag: string
  params?: Params
  query?: Query
  body?: Body
  /** What a body that is not JSON is, for the reference. */
  upload?: 'multipart/form-data' | 'message/rfc822'
  /** Leave out for 204. */
  response?: Response
  /** The status of success: 200, or 204 where there is no response schema, unless said otherwise. */
  status?: number
  /** A POST that creates: honours the Idempotency-Key header. */
  idempotent?: boolean
}

export function endpoint<
  Params extends TObject = TObject<Record<never, never>>,
  Query extends TObject = TObject<Record<never, never>>,
  Body extends TSchema = TSchema,
  Response extends TSchema = TSchema,
>(declaration: Endpoint<Params, Query, Body, Response>): Endpoint<Params, Query, Body, Response> {
  return declaration
}

export type ParamsOf<E> = E extends Endpoint<infer P, TObject, TSchema, TSchema> ? Static<P> : never
export type QueryOf<E> = E extends Endpoint<TObject, infer Q, TSchema, TSchema> ? Static<Q> : never
export type BodyOf<E> = E extends Endpoint<TObject, TObject, infer B, TSchema> ? Static<B> : never
export type ResponseOf<E> = E extends Endpoint<TObject, TObject, TSchema, infer R> ? Static<R> : never
