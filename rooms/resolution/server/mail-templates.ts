import { publicUrl } from '../../../platform/config/public-url.ts'
import type { Cx } from '../../../platform/cx.ts'
import { declareTemplate } from '../../../platform/templates/index.ts'
import { sampleTicketValues, subjectHas, ticketSubject, ticketVariables } from '../../conversation/server/index.ts'

const action = {
  kind: 'text',
  example: 'The roller was replaced.',
  words: { en: 'What was done', de: 'Was getan wurde' },
} as const

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
    action,
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
  subjectHas,
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
    return {
      brand,
      values: {
        ...values,
        action: await lastAction(cx, number),
        'confirmation.url': `${publicUrl()}/r/…`,
        closesOn: '…',
      },
    }
  },
})

export const closedTemplate = declareTemplate({
  name: 'resolution.closed',
  frame: 'card',
  words: {
    en: {
      title: 'Closed by itself',
      help: 'Tells the requester that a solved ticket is closed since nobody objected.',
    },
    de: {
      title: 'Von selbst geschlossen',
      help: 'Sagt Anfragenden, dass ein gelöstes Ticket geschlossen ist, da niemand widersprochen hat.',
    },
  },
  variables: {
    action,
    resolvedOn: {
      kind: 'text',
      example: '2 March 2026',
      words: { en: 'When it was solved', de: 'Wann es gelöst wurde' },
    },
    ...ticketVariables,
  },
  required: ['ticket.number'],
  subjectHas,
  builtIn: {
    en: {
      subject: ticketSubject,
      body: `Hello {{requester.firstName}},

on {{resolvedOn}} we told you that this is solved, and heard nothing to the contrary. So request #{{ticket.number}} is closed now.

**What was done:** {{action}}

If it comes back, just answer this mail: that opens a new request which follows this one up.

[See it in the portal]({{ticket.url}})`,
    },
    de: {
      subject: ticketSubject,
      body: `Guten Tag {{requester.name}},

am {{resolvedOn}} haben wir Ihnen geschrieben, dass das gelöst ist, und nichts Gegenteiliges gehört. Die Anfrage #{{ticket.number}} ist deshalb jetzt geschlossen.

**Was wir getan haben:** {{action}}

Kommt der Fehler wieder, antworten Sie einfach auf diese Mail: Daraus wird eine neue Anfrage, die an diese anknüpft.

[Im Portal ansehen]({{ticket.url}})`,
    },
  },
  sample: async (cx, number) => {
    const { values, brand } = await sampleTicketValues(cx, number)
    return { brand, values: { ...values, action: await lastAction(cx, number), resolvedOn: '…' } }
  },
})

async function lastAction(cx: Cx, number: number): Promise<string> {
  const resolution = await cx.db
    .selectFrom('resolution.resolution')
    .select('action')
    .where('ticketNumber', '=', number)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return resolution?.action ?? '…'
}
