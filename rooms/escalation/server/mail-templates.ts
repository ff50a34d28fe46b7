import { declareTemplate } from '../../../platform/templates/index.ts'
import { sampleTicketValues, ticketSubject, ticketVariables } from '../../conversation/server/index.ts'

export const handedUpTemplate = declareTemplate({
  name: 'escalation.handedUp',
  frame: 'card',
  words: {
    en: {
      title: 'With specialists',
      help: 'Tells the requester that specialists look at it, and who stays their contact.',
    },
    de: {
      title: 'Bei Spezialisten',
      help: 'Sagt Anfragenden, dass sich Spezialisten darum kümmern und wer ihr Kontakt bleibt.',
    },
  },
  variables: {
    'contact.name': {
      kind: 'text',
      example: 'Sam Helper',
      words: { en: 'Who stays the contact', de: 'Wer Kontakt bleibt' },
    },
    outside: {
      kind: 'text',
      example: 'yes',
      words: { en: 'Set when a supplier helps', de: 'Gesetzt, wenn ein Lieferant hilft' },
    },
    ...ticketVariables,
  },
  required: [],
  subjectHas: '[#{{ticket.number}}]',
  builtIn: {
    en: {
      subject: ticketSubject,
      body: `Hello {{requester.firstName}},

{{#outside}}
we have asked the supplier to help with your request. They have everything that we found out so far.
{{/outside}}
{{^outside}}
we have passed your request on to our specialists. They have everything that we found out so far, so nobody will ask you the same again.
{{/outside}}

{{#contact.name}}
**{{contact.name}}** stays your contact. There is nothing you need to do; if something changes, just answer this mail.
{{/contact.name}}
{{^contact.name}}
There is nothing you need to do; if something changes, just answer this mail.
{{/contact.name}}

#{{ticket.number}} · [See it in the portal]({{ticket.url}})`,
    },
    de: {
      subject: ticketSubject,
      body: `Guten Tag {{requester.name}},

{{#outside}}
wir haben den Lieferanten um Hilfe bei Ihrer Anfrage gebeten. Er hat alles, was wir bisher herausgefunden haben.
{{/outside}}
{{^outside}}
wir haben Ihre Anfrage an unsere Spezialisten weitergegeben. Sie haben alles, was wir bisher herausgefunden haben; niemand wird Sie dasselbe noch einmal fragen.
{{/outside}}

{{#contact.name}}
**{{contact.name}}** bleibt Ihr Kontakt. Sie müssen nichts tun; wenn sich etwas ändert, antworten Sie einfach auf diese Mail.
{{/contact.name}}
{{^contact.name}}
Sie müssen nichts tun; wenn sich etwas ändert, antworten Sie einfach auf diese Mail.
{{/contact.name}}

#{{ticket.number}} · [Im Portal ansehen]({{ticket.url}})`,
    },
  },
  sample: async (cx, number) => {
    const { values, brand } = await sampleTicketValues(cx, number)
    return { brand, values: { ...values, 'contact.name': cx.actor.name, outside: '' } }
  },
})

export const toLeadsTemplate = declareTemplate({
  name: 'escalation.toLeads',
  frame: 'card',
  words: {
    en: { title: 'Escalation to leads', help: 'Tells leads and management that a ticket needs them, and why.' },
    de: { title: 'Eskalation an Leitungen', help: 'Sagt Leitungen, dass ein Ticket sie braucht und warum.' },
  },
  variables: {
    reason: {
      kind: 'text',
      example: 'The whole ward stands still',
      words: { en: 'Why', de: 'Warum' },
    },
    'agent.name': {
      kind: 'text',
      example: 'Sam Helper',
      words: { en: 'Who escalated; empty for a trigger', de: 'Wer eskaliert hat; leer bei einem Auslöser' },
    },
    'ticket.number': ticketVariables['ticket.number'],
    'ticket.subject': ticketVariables['ticket.subject'],
    'ticket.url': {
      kind: 'link',
      example: 'https://desk.example.org/desk/tickets/1042',
      words: { en: 'Address of the ticket in the workspace', de: 'Adresse des Tickets im Arbeitsbereich' },
    },
  },
  required: ['ticket.url'],
  subjectHas: '#{{ticket.number}}',
  builtIn: {
    en: {
      subject: 'Needs you: #{{ticket.number}} {{ticket.subject}}',
      body: `**#{{ticket.number}} {{ticket.subject}}** needs you.

**Why:** {{reason}}

{{#agent.name}}
Escalated by {{agent.name}}.
{{/agent.name}}

[Open the ticket]({{ticket.url}})`,
    },
    de: {
      subject: 'Braucht Sie: #{{ticket.number}} {{ticket.subject}}',
      body: `**#{{ticket.number}} {{ticket.subject}}** braucht Sie.

**Warum:** {{reason}}

{{#agent.name}}
Eskaliert von {{agent.name}}.
{{/agent.name}}

[Ticket öffnen]({{ticket.url}})`,
    },
  },
})
