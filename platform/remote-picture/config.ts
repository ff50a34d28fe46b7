import { Type } from 'typebox'
import { declareSettings } from '../config/index.ts'

export const settings = declareSettings({
  cacheMegabytes: {
    env: 'REMOTE_PICTURES_CACHE_MB',
    doc: 'How much of the database fetched pictures may take; the oldest go first.',
    schema: Type.Integer({ minimum: 0, maximum: 100_000 }),
    default: 200,
  },
})
