import { escapeHtml } from '../../../platform/html/index.ts'
import type { ChannelKind, ChatService } from '../contract/shapes.ts'

export interface ChatNote {
  kind: ChannelKind
  number: number
  /** Empty where the channel is not to say it. */
  subject: string
  priority: string
  team: string | null
  url: string
  by: string
}

const sentences: Record<'en' | 'de', Record<ChannelKind, string>> = {
  en: {
    opened: 'New',
    assigned: 'Assigned',
    replied: 'The requester wrote',
    priority: 'Priority changed',
    sla_warned: 'Promised time is near',
    sla_breached: 'Promised time has passed',
    escalation: 'Escalated',
    resolved: 'Resolved',
  },
  de: {
    opened: 'Neu',
    assigned: 'Zugewiesen',
    replied: 'Antwort der anfragenden Person',
    priority: 'Priorität geändert',
    sla_warned: 'Zugesagte Zeit läuft bald ab',
    sla_breached: 'Zugesagte Zeit abgelaufen',
    escalation: 'Eskaliert',
    resolved: 'Gelöst',
  },
}
const priorities: Record<'en' | 'de', Record<string, string>> = {
  en: { critical: 'Critical', high: 'High', moderate: 'Moderate', low: 'Low' },
  de: { critical: 'Kritisch', high: 'Hoch', moderate: 'Mittel', low: 'Niedrig' },
}

export function chatLine(language: string, note: ChatNote): string {
  const speech = language.toLowerCase().startsWith('de') ? 'de' : 'en'
  const title = `#${note.number}${note.subject ? ` ${note.subject}` : ''}`
  const aside = [priorities[speech][note.priority] ?? note.priority, note.team, note.by].filter(Boolean).join(' · ')
  return `${sentences[speech][note.kind]}: ${title} (${aside})`
}

/** What a chat takes at the address of its incoming web hook. */
export function chatBody(service: ChatService, language: string, note: ChatNote): object {
  const line = chatLine(language, note)
  switch (service) {
    case 'slack':
      // https://docs.slack.dev/messaging/formatting-message-text: these three are to be escaped, and nothing else.
      return { text: `${slackSafe(line)} <${note.url}|#${note.number}>`, unfurl_links: false }
    case 'teams':
      return {
        type: 'message',
        attachments: [
          {
            contentType: 'application/vnd.microsoft.card.adaptive',
            content: {
              type: 'AdaptiveCard',
              $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
              version: '1.4',
              body: [{ type: 'TextBlock', text: teamsSafe(line), wrap: true }],
              actions: [{ type: 'Action.OpenUrl', title: `#${note.number}`, url: note.url }],
            },
          },
        ],
      }
    case 'matrix':
      // The shape that the generic web hooks of matrix-hookshot take.
      return {
        text: `${line} ${note.url}`,
        html: `${escapeHtml(line)} <a href="${escapeHtml(note.url)}">#${note.number}</a>`,
      }
    case 'json':
      return { ...note, text: line }
  }
}

const replaced = (text: string, marks: Record<string, string>) => text.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark)
const slackSafe = (text: string) => replaced(text, { '&': '&amp;', '<': '&lt;', '>': '&gt;' })
/** A text block speaks Markdown; a subject must not make a link of itself. */
const teamsSafe = (text: string) => text.replace(/[\\`*_[\]()#>]/g, '\\$&')
