import build from 'fast-json-stringify'
import type { FastifySerializerCompiler } from 'fastify'
import type { TSchema } from 'typebox'

/** Writes answers by the schema of their contract: what it does not name never leaves. Compiled at the first answer. */
export const compileSerializer: FastifySerializerCompiler<TSchema> = ({ schema }) => {
  let compiled: ReturnType<typeof build> | undefined
  return (data) => {
    compiled ??= build(schema as never)
    return compiled(data)
  }
}
