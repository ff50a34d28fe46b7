import { Type } from 'typebox'
import { Instant, Nullable } from '../../../platform/http/schemas.ts'

/** One server on the way of an e-mail, from a Received line. */
const Hop = Type.Object({
  from: Nullable(Type.String()),
  by: Nullable(Type.String()),
  protocol: Nullable(Type.String({ description: 'As it was handed over, e.g. ESMTPS' })),
  at: Nullable(Instant),
  seconds: Nullable(Type.Integer({ description: 'Since the hop before; negative when clocks differ' })),
})

export const MessageOrigin = Type.Object({
  headers: Type.Array(Type.Object({ name: Type.String(), value: Type.String() }), {
    description: 'In the order of the mail, decoded',
  }),
  hops: Type.Array(Hop, { description: 'The first server first' }),
  size: Nullable(Type.Integer({ description: 'Bytes of the raw e-mail' })),
})

const Correspondent = Type.Object({ name: Type.String(), email: Type.String() })

export const AttachedMail = Type.Object({
  from: Nullable(Correspondent),
  to: Type.Array(Correspondent),
  cc: Type.Array(Correspondent),
  subject: Type.String(),
  date: Nullable(Instant),
  text: Type.String(),
  html: Nullable(Type.String({ description: 'Safe to show' })),
  files: Type.Array(
    Type.Object({
      id: Type.Integer(),
      name: Type.String(),
      type: Type.String(),
      size: Type.Integer(),
      url: Type.String(),
    }),
  ),
  cut: Type.Boolean({ description: 'It was longer than is shown' }),
})
