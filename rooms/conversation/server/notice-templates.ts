import { declareTemplate } from '../../../platform/templates/index.ts'
import { sampleTicketValues, subjectHas, ticketSubject, ticketVariables } from './mail-templates.ts'

const asked = {
  kind: 'text',
  example: 'Which message does the printer show?',
  words: { en: 'What the desk said last, shortened', de: 'Was der Desk zuletzt schrieb, gekürzt' },
} as const

export const estimateTemplate = declareTemplate({
  name: 'conversation.estimate',
  frame: 'card',
  words: {
    en: { title: 'Estimated time', help: 'Tells a requester when their ticket should be solved, and when that moves.' },
    de: {
      title: 'Voraussichtliche Lösung',
      help: 'Sagt Anfragenden, wann ihr Ticket gelöst sein soll, und wenn sich das verschiebt.',
    },
  },
  variables: {
    estimate: {
      kind: 'text',
      example: '3 March 2026 at 14:00',
      words: { en: 'When it should be solved', de: 'Wann es gelöst sein soll' },
    },
    earlier: {
      kind: 'text',
      example: '2 March 2026 at 12:00',
      words: { en: 'What was told before, where it moved', de: 'Was zuvor gesagt wurde, falls es sich verschoben hat' },
    },
    'agent.name': {
      kind: 'text',
      example: 'Sam Helper',
      words: { en: 'Who works on it, where that is known', de: 'Wer daran arbeitet, falls bekannt' },
    },
    ...ticketVariables,
  },
  required: ['estimate', 'ticket.url'],
  subjectHas,
  builtIn: {
    en: {
      subject: ticketSubject,
      body: `Hello {{requester.firstName}},

{{#agent.name}}
{{agent.name}} is working on your request.
{{/agent.name}}

{{#earlier}}
The time has changed: we now expect to have it solved by **{{estimate}}**. Before, we had said {{earlier}}.
{{/earlier}}
{{^earlier}}
We expect to have it solved by **{{estimate}}**.
{{/earlier}}

[Follow your request]({{ticket.url}})`,
    },
    de: {
      subject: ticketSubject,
      body: `Guten Tag {{requester.name}},

{{#agent.name}}
{{agent.name}} kümmert sich um Ihre Anfrage.
{{/agent.name}}

{{#earlier}}
Der Zeitpunkt hat sich geändert: Wir rechnen jetzt mit einer Lösung bis **{{estimate}}**. Zuvor hatten wir {{earlier}} genannt.
{{/earlier}}
{{^earlier}}
Wir rechnen mit einer Lösung bis **{{estimate}}**.
{{/earlier}}

[Den Stand ansehen]({{ticket.url}})`,
    },
  },
  sample: async (cx, number) => {
    const { values, brand } = await sampleTicketValues(cx, number)
    return { brand, values: { ...values, estimate: values.estimate || '…', 'agent.name': cx.actor.name } }
  },
})

export const waitingTemplate = declareTemplate({
  name: 'conversation.waiting',
  frame: 'card',
  words: {
    en: {
      title: 'Waiting on the requester',
      help: 'Tells a requester that it is their turn, where what they were asked is more than an hour old.',
    },
    de: {
      title: 'Wartet auf Anfragende',
      help: 'Sagt Anfragenden, dass sie am Zug sind, wenn die Frage an sie mehr als eine Stunde alt ist.',
    },
  },
  variables: { asked, ...ticketVariables },
  required: ['ticket.url'],
  subjectHas,
  builtIn: {
    en: {
      subject: ticketSubject,
      body: `Hello {{requester.firstName}},

to go on with your request we need an answer from you. This is what we wrote last:

> {{asked}}

Just answer this mail.

[See the whole conversation]({{ticket.url}})`,
    },
    de: {
      subject: ticketSubject,
      body: `Guten Tag {{requester.name}},

um weiterzukommen, brauchen wir eine Antwort von Ihnen. Das haben wir zuletzt geschrieben:

> {{asked}}

Antworten Sie einfach auf diese Mail.

[Den ganzen Verlauf ansehen]({{ticket.url}})`,
    },
  },
  sample: sampleOfAsked,
})

export const reminderTemplate = declareTemplate({
  name: 'conversation.reminder',
  frame: 'card',
  words: {
    en: { title: 'Reminder', help: 'Reminds a requester that their ticket waits for an answer of theirs.' },
    de: { title: 'Erinnerung', help: 'Erinnert Anfragende daran, dass ihr Ticket auf ihre Antwort wartet.' },
  },
  variables: {
    asked,
    since: {
      kind: 'text',
      example: '2 March 2026',
      words: { en: 'Since when the ticket waits', de: 'Seit wann das Ticket wartet' },
    },
    last: {
      kind: 'text',
      example: '',
      words: { en: 'Set in the last reminder only', de: 'Nur in der letzten Erinnerung gesetzt' },
    },
    ...ticketVariables,
  },
  required: ['ticket.url'],
  subjectHas,
  builtIn: {
    en: {
      subject: ticketSubject,
      body: `Hello {{requester.firstName}},

since {{since}} your request waits for an answer from you.{{#last}} This is the last time that we remind you of it.{{/last}}

{{#asked}}
This is what we wrote last:

> {{asked}}
{{/asked}}

Just answer this mail, also when it works again by now.

[See the whole conversation]({{ticket.url}})`,
    },
    de: {
      subject: ticketSubject,
      body: `Guten Tag {{requester.name}},

seit dem {{since}} wartet Ihre Anfrage auf eine Antwort von Ihnen.{{#last}} Wir erinnern Sie zum letzten Mal daran.{{/last}}

{{#asked}}
Das haben wir zuletzt geschrieben:

> {{asked}}
{{/asked}}

Antworten Sie einfach auf diese Mail, auch wenn inzwischen alles wieder funktioniert.

[Den ganzen Verlauf ansehen]({{ticket.url}})`,
    },
  },
  sample: sampleOfAsked,
})

async function sampleOfAsked(...asking: Parameters<typeof sampleTicketValues>) {
  const { values, brand } = await sampleTicketValues(...asking)
  return { brand, values: { ...values, asked: values.summary ?? '', since: '…', last: '' } }
}
