import { Type } from 'typebox'
import { declareSettings } from '../config/index.ts'

export const settings = declareSettings({
  authSecret: {
    env: 'AUTH_SECRET',
    doc: 'At least 32 characters that encrypt second-factor secrets and logins at mail servers; kept in the database when unset. Setting it keeps the key out of database backups; losing it turns second factors off and asks for the logins again.',
    schema: Type.String({ minLength: 32 }),
  },
})
