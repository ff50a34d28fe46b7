import { Type } from 'typebox'
import { fact } from '../../../platform/facts/contract.ts'

export const channelSaved = fact(
  'notices.channel_saved',
  'notice_channel',
  Type.Object({ name: Type.String(), version: Type.Integer(), removed: Type.Boolean() }),
)
