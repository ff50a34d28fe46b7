import { declareTemplate } from '../../../platform/templates/index.ts'

export const noticeTemplate = declareTemplate({
  name: 'notices.notice',
  frame: 'card',
  words: {
    en: { title: 'Notice to technicians', help: 'What happened on tickets of theirs: of one, or the digest of a day.' },
    de: {
      title: 'Mitteilung an Bearbeitende',
      help: 'Was sich an ihren Tickets getan hat: an einem, oder die Zusammenfassung eines Tages.',
    },
  },
  variables: {
    headline: {
      kind: 'text',
      example: '#1042 Printer jams: Ana Ruiz wrote',
      words: { en: 'What it is about', de: 'Worum es geht' },
    },
    happened: {
      kind: 'html',
      example: '<p><b>#1042 Printer jams</b></p><ul><li>Ana Ruiz wrote: It jams again</li></ul>',
      words: { en: 'What happened, by ticket', de: 'Was geschehen ist, nach Tickets' },
    },
    'settings.url': {
      kind: 'link',
      example: 'https://desk.example.org/desk/profile',
      words: { en: 'Where one chooses what is mailed', de: 'Wo man wählt, was gemailt wird' },
    },
  },
  required: ['happened'],
  builtIn: {
    en: {
      subject: '{{headline}}',
      body: `{{happened}}

[Choose what you are mailed]({{settings.url}})`,
    },
    de: {
      subject: '{{headline}}',
      body: `{{happened}}

[Wählen, was Ihnen gemailt wird]({{settings.url}})`,
    },
  },
})
