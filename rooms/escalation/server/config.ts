import { Type } from 'typebox'
import { declareDeskSettings } from '../../../platform/settings/declare.ts'

export const deskSettings = declareDeskSettings('escalation', {
  tellRequester: {
    group: 'tickets',
    schema: Type.Boolean(),
    default: true,
    words: {
      en: {
        label: 'Tell requesters when their ticket goes to specialists',
        help: 'In plain words, with the name of the person who stays their contact.',
      },
      de: {
        label: 'Anfragenden sagen, wenn ihr Ticket an Spezialisten geht',
        help: 'In einfachen Worten, mit dem Namen der Person, die ihr Kontakt bleibt.',
      },
    },
  },
})
