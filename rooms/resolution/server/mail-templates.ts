import { publicUrl } from '../../../platform/config/public-url.ts'
import { declareTemplate } from '../../../platform/templates/index.ts'
import { sampleTicketValues, ticketSubject, ticketVariables } from '../../conversation/server/index.ts'

export const resolvedTemplate = declareTemplate({
  name: 'resolution.resolved',
  frame: 'card',
  words: {
    en: { title: 'Resolution', help: 'Tells the requester what was done and asks whether it works again.' },
    de: { title: 'Lösung', help: 'Sagt Anfragenden, was getan wurde, und fragt, ob es wieder funktioniert.' },
  },
  variables: {
    message: {
      kind: 'text',
      example: 'Hello Ada, the new roller is in.',
      words: { en: 'What the technician wrote to the requester', de: 'Was der Techniker an die Anfragenden schrieb' },
    },
    action: {
      kind: 'text',
      example: 'The roller was replaced.',
      words: { en: 'What was done', de: 'Was getan wurde' },
    },
    'confirmation.url': {
      kind: 'link',
      example: 'https://desk.example.org/r/…',
      words: { en: 'Where the requester says whether it works', de: 'Wo Anfragende sagen, ob es funktioniert' },
    },
    closesOn: {
      kind: 'text',
      example: '9 March 2026',
      words: { en: 'When the ticket closes by itself', de: 'Wann das Ticket von selbst schließt' },
    },
    ...ticketVariables,
  },
  required: ['confirmation.url'],
  subjectHas: '[#{{ticket.number}}]',
  builtIn: {
    en: {
      subject: ticketSubject,
      body: `{{#message}}
{{message}}
{{/message}}
{{^message}}
Hello {{requester.firstName}},
{{/message}}

we believe this is solved.

**What was done:** {{action}}

Does it work again? Please tell us, without signing in:

[Yes or no]({{confirmation.url}})

If you say nothing, the ticket closes by itself on {{closesOn}}. If it comes back, just answer this mail.`,
    },
    de: {
      subject: ticketSubject,
      body: `{{#message}}
{{message}}
{{/message}}
{{^message}}
Guten Tag {{requester.name}},
{{/message}}

wir denken, dass das gelöst ist.

**Was wir getan haben:** {{action}}

Funktioniert es wieder? Bitte sagen Sie es uns, ohne Anmeldung:

[Ja oder nein]({{confirmation.url}})

Wenn Sie nichts tun, schließt sich das Ticket am {{closesOn}} von selbst. Kommt der Fehler wieder, antworten Sie einfach auf diese Mail.`,
    },
  },
  sample: async (cx, number) => {
    const { values, brand } = await sampleTicketValues(cx, number)
    const resolution = await cx.db
      .selectFrom('resolution.resolution')
      .select('action')
      .where('ticketNumber', '=', number)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
    return {
      brand,
      values: {
        ...values,
        action: resolution?.action ?? '…',
        'confirmation.url': `${publicUrl()}/r/…`,
        closesOn: '…',
      },
    }
  },
})
