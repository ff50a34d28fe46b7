import { Type } from 'typebox'
import { declareDeskSettings } from '../settings/declare.ts'

export const deskSettings = declareDeskSettings('outside', {
  allowInternal: {
    group: 'security',
    schema: Type.Boolean(),
    default: false,
    env: 'OUTSIDE_ALLOW_INTERNAL',
    words: {
      en: {
        label: 'Let web hooks call addresses inside your network',
        help: 'Off, only addresses on the open internet are called, over https. Turn it on for a chat or paging server of your own: whoever manages web hooks can then reach what this server can reach.',
      },
      de: {
        label: 'Webhooks dürfen Adressen im eigenen Netz aufrufen',
        help: 'Aus: Nur Adressen im offenen Internet werden aufgerufen, über https. Schalten Sie es für einen eigenen Chat- oder Alarmierungsserver ein: Wer Webhooks verwaltet, erreicht dann, was dieser Server erreicht.',
      },
    },
  },
})
