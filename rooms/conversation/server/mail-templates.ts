import { publicUrl } from '../../../platform/config/public-url.ts'
import type { Cx } from '../../../platform/cx.ts'
import { htmlToText, textToHtml } from '../../../platform/html/index.ts'
import { declareTemplate, type Values } from '../../../platform/templates/index.ts'
import { ticketFor } from '../../ticket/server/index.ts'
import { localeFor, type MailContext, mailContextOf } from './mail-context.ts'
import { dayIn } from './mail-dates.ts'
import { quoteOf } from './quote-message.ts'
import { senderFor } from './sender-for.ts'
import { signatureFor } from './signature-for.ts'

export const ticketVariables = {
  'ticket.number': { kind: 'text', example: '1042', words: { en: 'Number of the ticket', de: 'Nummer des Tickets' } },
  'ticket.subject': {
    kind: 'text',
    example: 'The printer jams',
    words: { en: 'Subject of the ticket', de: 'Betreff des Tickets' },
  },
  'ticket.url': {
    kind: 'link',
    example: 'https://desk.example.org/tickets/1042',
    words: { en: 'Address of the ticket in the portal', de: 'Adresse des Tickets im Portal' },
  },
  'requester.name': {
    kind: 'text',
    example: 'Ada Example',
    words: { en: 'Name of the requester', de: 'Name des Anfragenden' },
  },
  'requester.firstName': {
    kind: 'text',
    example: 'Ada',
    words: { en: 'First name of the requester', de: 'Vorname des Anfragenden' },
  },
  'desk.name': {
    kind: 'text',
    example: 'IT Service Desk',
    words: { en: 'Name of the desk or mailbox', de: 'Name des Desks oder Postfachs' },
  },
} as const

/** Answers find their ticket by it. */
export const ticketSubject = '[#{{ticket.number}}] {{ticket.subject}}'
export const subjectHas = '[#{{ticket.number}}]'

export const replyTemplate = declareTemplate({
  name: 'conversation.reply',
  frame: 'letter',
  words: {
    en: { title: 'Reply', help: 'What stands around the words of a technician.' },
    de: { title: 'Antwort', help: 'Was um die Worte eines Technikers steht.' },
  },
  variables: {
    message: {
      kind: 'html',
      example: '<p>We have ordered a new roller; it comes tomorrow.</p>',
      words: { en: 'What the technician wrote', de: 'Was der Techniker geschrieben hat' },
    },
    signature: {
      kind: 'html',
      example: '<p>Sam Helper<br>IT Service Desk</p>',
      words: { en: 'Signature', de: 'Signatur' },
    },
    quoted: {
      kind: 'html',
      example: '<p>On 2 March 2026 at 10:00, Ada Example wrote:</p><blockquote>The printer jams.</blockquote>',
      words: { en: 'The message that is answered', de: 'Die Nachricht, auf die geantwortet wird' },
    },
    'agent.name': {
      kind: 'text',
      example: 'Sam Helper',
      words: { en: 'Name of the technician', de: 'Name des Technikers' },
    },
    ...ticketVariables,
  },
  required: ['message'],
  subjectHas,
  builtIn: {
    en: {
      subject: ticketSubject,
      body: '{{message}}\n\n{{signature}}\n\n#{{ticket.number}} · [See it in the portal]({{ticket.url}})\n\n{{quoted}}',
    },
    de: {
      subject: ticketSubject,
      body: '{{message}}\n\n{{signature}}\n\n#{{ticket.number}} · [Im Portal ansehen]({{ticket.url}})\n\n{{quoted}}',
    },
  },
  sample: async (cx, number) => {
    const { context, mailbox, values, brand } = await sampleOf(cx, number)
    const { language, timeZone } = localeFor(context, mailbox)
    const signature = signatureFor(context, mailbox, language)
    return {
      brand,
      values: {
        ...values,
        'agent.name': cx.actor.name,
        message: { html: '<p>…</p>', text: '…' },
        ...(signature ? { signature } : {}),
        ...(context.last ? { quoted: quoteOf(context.last, language, timeZone) } : {}),
      },
    }
  },
})

const opened = {
  summary: {
    kind: 'text',
    example: 'The printer jams and shows E14.',
    words: { en: 'How the request begins', de: 'Wie die Anfrage beginnt' },
  },
  estimate: {
    kind: 'text',
    example: '3 March 2026',
    words: { en: 'When it should be solved, where that is known', de: 'Wann es gelöst sein soll, falls bekannt' },
  },
  ...ticketVariables,
} as const

export const acknowledgementTemplate = declareTemplate({
  name: 'conversation.acknowledgement',
  frame: 'card',
  words: {
    en: { title: 'Acknowledgement', help: 'Tells a requester once that their request has arrived, and its number.' },
    de: {
      title: 'Eingangsbestätigung',
      help: 'Sagt Anfragenden einmal, dass ihre Anfrage angekommen ist, und ihre Nummer.',
    },
  },
  variables: opened,
  required: ['ticket.number', 'ticket.url'],
  subjectHas,
  builtIn: {
    en: {
      subject: ticketSubject,
      body: `Hello {{requester.firstName}},

we have your request and will take care of it. Its number is **#{{ticket.number}}**.

{{#summary}}
> {{summary}}
{{/summary}}

**What happens next:** a technician reads it and answers you.{{#estimate}} We expect to have it solved by {{estimate}}.{{/estimate}} To add something, just answer this mail.

[Follow your request]({{ticket.url}})`,
    },
    de: {
      subject: ticketSubject,
      body: `Guten Tag {{requester.name}},

Ihre Anfrage ist bei uns angekommen, wir kümmern uns darum. Ihre Nummer ist **#{{ticket.number}}**.

{{#summary}}
> {{summary}}
{{/summary}}

**Wie es weitergeht:** Ein Techniker liest sie und antwortet Ihnen.{{#estimate}} Wir rechnen mit einer Lösung bis {{estimate}}.{{/estimate}} Wenn Sie etwas ergänzen möchten, antworten Sie einfach auf diese Mail.

[Den Stand ansehen]({{ticket.url}})`,
    },
  },
  sample: sampleTicketValues,
})

export const followUpTemplate = declareTemplate({
  name: 'conversation.follow-up',
  frame: 'card',
  words: {
    en: { title: 'Follow-up', help: 'Tells somebody who answered a closed ticket that a new one follows it up.' },
    de: {
      title: 'Folgeticket',
      help: 'Sagt, wer auf ein geschlossenes Ticket geantwortet hat, dass ein neues daran anknüpft.',
    },
  },
  variables: {
    'earlier.number': {
      kind: 'text',
      example: '1007',
      words: { en: 'Number of the closed ticket', de: 'Nummer des geschlossenen Tickets' },
    },
    ...opened,
  },
  required: ['earlier.number', 'ticket.number', 'ticket.url'],
  subjectHas,
  builtIn: {
    en: {
      subject: ticketSubject,
      body: `Hello {{requester.firstName}},

your earlier request #{{earlier.number}} is closed, so we opened a new one that follows it up: **#{{ticket.number}}**. What you wrote is there, and we take care of it.

{{#summary}}
> {{summary}}
{{/summary}}

[Follow your request]({{ticket.url}})`,
    },
    de: {
      subject: ticketSubject,
      body: `Guten Tag {{requester.name}},

Ihre frühere Anfrage #{{earlier.number}} ist abgeschlossen. Wir haben eine neue eröffnet, die daran anknüpft: **#{{ticket.number}}**. Was Sie geschrieben haben, steht dort, und wir kümmern uns darum.

{{#summary}}
> {{summary}}
{{/summary}}

[Den Stand ansehen]({{ticket.url}})`,
    },
  },
  sample: async (cx, number) => {
    const { values, brand } = await sampleOf(cx, number)
    return { values: { ...values, 'earlier.number': '1007' }, brand }
  },
})

/** What mails on a ticket would say of it, for looking at them before they are sent. */
export async function sampleTicketValues(cx: Cx, number: number): Promise<{ values: Values; brand: string }> {
  const { values, brand } = await sampleOf(cx, number)
  return { values, brand }
}

async function sampleOf(cx: Cx, number: number) {
  const ticket = await ticketFor(cx.db, cx.actor, number, 'read')
  const context = await mailContextOf(cx.db, number, cx.actor.id)
  const { mailbox, house } = await senderFor(cx.db, context)
  const summary = context.last ? summaryOf(context.last.text) : ''
  const { language, timeZone } = localeFor(context, mailbox)
  const estimate = dayIn(ticket.estimatedAt, language, timeZone)
  return {
    context,
    mailbox,
    brand: house,
    values: { ...ticketValues(ticket, context, house), summary, estimate } satisfies Values,
  }
}

/** The values that every mail on a ticket may use. */
export function ticketValues(
  ticket: { number: number; subject: string },
  context: Pick<MailContext, 'requester'>,
  house: string,
): Values {
  const name = context.requester?.name ?? ''
  return {
    'ticket.number': String(ticket.number),
    'ticket.subject': ticket.subject,
    'ticket.url': `${publicUrl()}/tickets/${ticket.number}`,
    'requester.name': name,
    'requester.firstName': name.trim().split(/\s+/)[0] ?? '',
    'desk.name': house,
  }
}

const SUMMARY_CHARS = 300

/** How a request begins; short, since a sender's address can be forged and the answer reaches a stranger. */
export function summaryOf(text: string): string {
  const plain = text.replace(/\n{2,}/g, '\n').trim()
  return plain.length <= SUMMARY_CHARS ? plain : `${plain.slice(0, SUMMARY_CHARS).replace(/\s+\S*$/, '')} …`
}

/** A text that may be the HTML of a value, or plain. */
export function asValue(html: string | null, text: string): { html: string; text: string } {
  return { html: html ?? textToHtml(text), text: text || (html ? htmlToText(html) : '') }
}
