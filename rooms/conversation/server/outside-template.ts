import { declareTemplate } from '../../../platform/templates/index.ts'

export const outsideTemplate = declareTemplate({
  name: 'conversation.outside',
  frame: 'letter',
  words: {
    en: { title: 'Question outside', help: 'What stands around a question to a supplier. Requesters never see it.' },
    de: {
      title: 'Frage nach außen',
      help: 'Was um eine Frage an einen Lieferanten steht. Anfragende sehen sie nie.',
    },
  },
  variables: {
    message: {
      kind: 'html',
      example: '<p>Is there a new roller for this printer?</p>',
      words: { en: 'What the technician wrote', de: 'Was der Techniker geschrieben hat' },
    },
    signature: {
      kind: 'html',
      example: '<p>Sam Helper<br>IT Service Desk</p>',
      words: { en: 'Signature', de: 'Signatur' },
    },
    forwarded: {
      kind: 'html',
      example: '<p>From: Ada Example</p><blockquote>The printer jams.</blockquote>',
      words: { en: 'What is forwarded of the ticket', de: 'Was vom Ticket weitergeleitet wird' },
    },
    subject: {
      kind: 'text',
      example: 'Printer HP-285, part number',
      words: { en: 'Subject of the question', de: 'Betreff der Frage' },
    },
    'agent.name': {
      kind: 'text',
      example: 'Sam Helper',
      words: { en: 'Name of the technician', de: 'Name des Technikers' },
    },
  },
  required: ['message', 'forwarded'],
  builtIn: {
    en: { subject: '{{subject}}', body: '{{message}}\n\n{{signature}}\n\n{{forwarded}}' },
    de: { subject: '{{subject}}', body: '{{message}}\n\n{{signature}}\n\n{{forwarded}}' },
  },
})
