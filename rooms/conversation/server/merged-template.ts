import { publicUrl } from '../../../platform/config/public-url.ts'
import { declareTemplate, type Values } from '../../../platform/templates/index.ts'
import { sampleTicketValues, ticketSubject, ticketVariables } from './mail-templates.ts'

export const mergedTemplate = declareTemplate({
  name: 'conversation.merged',
  frame: 'card',
  words: {
    en: { title: 'Merged', help: 'Tells a requester, when a technician wants that, in which ticket theirs goes on.' },
    de: {
      title: 'Zusammengeführt',
      help: 'Sagt Anfragenden, wenn ein Techniker es will, in welchem Ticket es mit ihrem weitergeht.',
    },
  },
  variables: {
    'onward.number': {
      kind: 'text',
      example: '1039',
      words: { en: 'Number of the ticket in which it goes on', de: 'Nummer des Tickets, in dem es weitergeht' },
    },
    'onward.url': {
      kind: 'link',
      example: 'https://desk.example.org/tickets/1039',
      words: { en: 'Its address, for those who may read it', de: 'Seine Adresse, für alle, die es lesen dürfen' },
    },
    ...ticketVariables,
  },
  required: ['ticket.number', 'onward.number'],
  subjectHas: '[#{{ticket.number}}]',
  builtIn: {
    en: {
      subject: ticketSubject,
      body: `Hello {{requester.firstName}},

your request #{{ticket.number}} and another one are about the same thing, so we look after both together: in **#{{onward.number}}**. Nothing you wrote is lost, and you need not do anything. To add something, just answer this mail.

{{#onward.url}}
[See how it goes on]({{onward.url}})
{{/onward.url}}`,
    },
    de: {
      subject: ticketSubject,
      body: `Guten Tag {{requester.name}},

bei Ihrer Anfrage #{{ticket.number}} und einer anderen geht es um dasselbe. Wir kümmern uns deshalb um beide zusammen: in **#{{onward.number}}**. Nichts von dem, was Sie geschrieben haben, geht verloren, und Sie müssen nichts tun. Wenn Sie etwas ergänzen möchten, antworten Sie einfach auf diese Mail.

{{#onward.url}}
[Sehen, wie es weitergeht]({{onward.url}})
{{/onward.url}}`,
    },
  },
  sample: async (cx, number) => {
    const { values, brand } = await sampleTicketValues(cx, number)
    return { values: { ...values, ...mergedValues(1039, true) }, brand }
  },
})

/** What it says of the ticket that carries the other on; its address only where the reader may follow it. */
export function mergedValues(number: number, sees: boolean): Values {
  return { 'onward.number': String(number), ...(sees ? { 'onward.url': `${publicUrl()}/tickets/${number}` } : {}) }
}
