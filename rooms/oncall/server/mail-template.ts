import { declareTemplate } from '../../../platform/templates/index.ts'

export const pageTemplate = declareTemplate({
  name: 'oncall.page',
  frame: 'card',
  words: {
    en: { title: 'Page to who is on call', help: 'Calls for somebody now. The link acknowledges without signing in.' },
    de: { title: 'Alarm an die Bereitschaft', help: 'Ruft jetzt jemanden. Der Link bestätigt ohne Anmeldung.' },
  },
  variables: {
    text: {
      kind: 'text',
      example: '#1042 The ward has no network: promised time missed',
      words: { en: 'What it is about', de: 'Worum es geht' },
    },
    'page.url': {
      kind: 'link',
      example: 'https://desk.example.org/acknowledge?token=abc',
      words: { en: 'Where it is acknowledged', de: 'Wo es bestätigt wird' },
    },
    'ticket.number': { kind: 'text', example: '1042', words: { en: 'Number of the ticket', de: 'Nummer des Tickets' } },
  },
  required: ['page.url'],
  builtIn: {
    en: {
      subject: 'PAGE: {{text}}',
      body: `**You are on call, and this needs you now:**

{{text}}

[Acknowledge: I take care of it]({{page.url}})

Until somebody acknowledges, the next person is called.`,
    },
    de: {
      subject: 'ALARM: {{text}}',
      body: `**Sie haben Bereitschaft, und das braucht Sie jetzt:**

{{text}}

[Bestätigen: Ich kümmere mich]({{page.url}})

Bis jemand bestätigt, wird die nächste Person gerufen.`,
    },
  },
})
