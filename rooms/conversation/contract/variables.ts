/** What a canned reply may say of the ticket at hand, and what stands for it while one is being written. */
export const variables = {
  'requester.name': 'Ada Example',
  'requester.firstName': 'Ada',
  'ticket.number': '1042',
  'ticket.subject': 'The printer jams',
  'ticket.status': 'open',
  'agent.name': 'Sam Helper',
  'agent.firstName': 'Sam',
  'desk.name': 'IT Service Desk',
} as const

export type Variable = keyof typeof variables

const pattern = /\{\{\s*([\w.]+)\s*\}\}/g

/** The names in `{{…}}` that mean nothing; a template with any cannot be saved. */
export function unknownVariables(template: string): string[] {
  const names = [...template.matchAll(pattern)].map((match) => match[1] ?? '')
  return [...new Set(names.filter((name) => !(name in variables)))]
}

/** Puts values in the place of `{{…}}`, escaped for HTML; what has no value disappears. */
export function fillIn(template: string, values: Partial<Record<Variable, string>>): string {
  return template.replace(pattern, (_whole, name: Variable) => escapeHtml(values[name] ?? ''))
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] ?? char)
}
