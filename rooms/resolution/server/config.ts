import { Type } from 'typebox'
import { declareSettings } from '../../../platform/config/index.ts'

export const settings = declareSettings({
  autoCloseDays: {
    env: 'AUTO_CLOSE_DAYS',
    doc: 'Days after which a resolved ticket that nobody objected to closes by itself.',
    schema: Type.Number({ minimum: 0.01, maximum: 365 }),
    default: 7,
  },
})
