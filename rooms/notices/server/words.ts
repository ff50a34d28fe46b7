import type { NoticeKind } from '../contract/shapes.ts'

interface Said {
  kind: NoticeKind
  actorName: string
  data: Record<string, unknown>
}

type Words = Record<NoticeKind, (who: string, data: Record<string, string>) => string>

const statuses = {
  en: {
    new: 'New',
    open: 'Open',
    in_progress: 'In progress',
    waiting_requester: 'Waiting on requester',
    waiting_vendor: 'Waiting on vendor',
    waiting_until: 'Waiting until a time',
    resolved: 'Resolved',
    closed: 'Closed',
  },
  de: {
    new: 'Neu',
    open: 'Offen',
    in_progress: 'In Arbeit',
    waiting_requester: 'Wartet auf Anfragende',
    waiting_vendor: 'Wartet auf Lieferanten',
    waiting_until: 'Wartet bis zu einer Zeit',
    resolved: 'Gelöst',
    closed: 'Geschlossen',
  },
} as const
const priorities = {
  en: { critical: 'Critical', high: 'High', moderate: 'Moderate', low: 'Low' },
  de: { critical: 'Kritisch', high: 'Hoch', moderate: 'Mittel', low: 'Niedrig' },
} as const
const look = (words: Readonly<Record<string, string>>, key: string | undefined) => words[key ?? ''] ?? key ?? ''
const quote = (words: string | undefined) => (words ? `: ${words}` : '')

const english: Words = {
  assigned: (who) => `${who || 'The desk'} assigned it to you`,
  team_ticket: () => 'New for your team',
  replied: (who, { words }) => `${who} wrote${quote(words)}`,
  mentioned: (who, { words }) => `${who} mentioned you${quote(words)}`,
  note: (who, { words }) => `${who} wrote a note${quote(words)}`,
  status: (who, { after }) => `${who ? `${who}: ` : ''}${look(statuses.en, after)}`,
  priority: (who, { after }) => `${who ? `${who}: ` : ''}priority ${look(priorities.en, after)}`,
  sla_warned: () => 'The promised time is near',
  sla_breached: () => 'The promised time has passed',
  escalation: (who, { what, to, from, reason }) =>
    what === 'started'
      ? `${who} handed it up to ${to}`
      : what === 'accepted'
        ? `${to || who} took it over`
        : what === 'returned'
          ? `${from} returned it${quote(reason)}`
          : what === 'unanswered'
            ? `Nobody answered the page${quote(reason)}`
            : what === 'major'
              ? `Major incident, ${to} coordinates${quote(reason)}`
              : `Escalated to you${who ? ` by ${who}` : ''}`,
  paged: () => 'You are paged',
  delivery_failed: () => 'An e-mail of yours could not be delivered',
  answered: (who, { words }) => `${who} answered${quote(words)}`,
  your_status: (_, { after }) =>
    after === 'waiting_requester'
      ? 'It is your turn: we need something from you'
      : after === 'resolved'
        ? 'We think it is solved'
        : 'It is closed',
}

const german: Words = {
  assigned: (who) => `${who || 'Der Desk'} hat es Ihnen zugewiesen`,
  team_ticket: () => 'Neu für Ihr Team',
  replied: (who, { words }) => `${who} hat geschrieben${quote(words)}`,
  mentioned: (who, { words }) => `${who} hat Sie erwähnt${quote(words)}`,
  note: (who, { words }) => `${who} hat eine Notiz geschrieben${quote(words)}`,
  status: (who, { after }) => `${who ? `${who}: ` : ''}${look(statuses.de, after)}`,
  priority: (who, { after }) => `${who ? `${who}: ` : ''}Priorität ${look(priorities.de, after)}`,
  sla_warned: () => 'Die zugesagte Zeit läuft bald ab',
  sla_breached: () => 'Die zugesagte Zeit ist abgelaufen',
  escalation: (who, { what, to, from, reason }) =>
    what === 'started'
      ? `${who} hat es an ${to} übergeben`
      : what === 'accepted'
        ? `${to || who} hat es übernommen`
        : what === 'returned'
          ? `${from} hat es zurückgegeben${quote(reason)}`
          : what === 'unanswered'
            ? `Niemand hat auf den Alarm geantwortet${quote(reason)}`
            : what === 'major'
              ? `Großstörung, ${to} koordiniert${quote(reason)}`
              : `An Sie eskaliert${who ? ` von ${who}` : ''}`,
  paged: () => 'Sie werden alarmiert',
  delivery_failed: () => 'Eine Ihrer E-Mails konnte nicht zugestellt werden',
  answered: (who, { words }) => `${who} hat geantwortet${quote(words)}`,
  your_status: (_, { after }) =>
    after === 'waiting_requester'
      ? 'Sie sind dran: Wir brauchen etwas von Ihnen'
      : after === 'resolved'
        ? 'Wir halten es für gelöst'
        : 'Es ist geschlossen',
}

/** What happened, in one line; for mails and devices. */
export function wordsFor(language: string, { kind, actorName, data }: Said): string {
  const plain = Object.fromEntries(Object.entries(data).map(([key, value]) => [key, String(value ?? '')]))
  return (language.toLowerCase().startsWith('de') ? german : english)[kind](actorName, plain)
}
