import type { PlannedTicket } from '../plan.ts'
import { services } from '../services.ts'

const fromSlot: Record<string, string> = {
  sticker: 'pc',
  room: 'room',
  printer: 'printer',
  socket: 'socket',
  fullName: 'newcomer',
  program: 'use',
  address: 'box',
  laptop: 'pc',
}

/** What the requester filled in, as far as their story tells it; only the portal has forms. */
export function answersOf({ channel, scenario, slots }: PlannedTicket): Record<string, unknown> {
  const forms = services.find((service) => service.key === scenario.service)?.forms ?? []
  if (channel !== 'portal' || forms.length === 0) return {}
  const index = forms.findIndex((form) => form.category === scenario.category)
  const form = forms[index]
  if (!form) return { topic: 'other' }
  const answers: Record<string, unknown> = { topic: `form_${index + 1}` }
  for (const { key, type } of form.fields) {
    const told = slots[fromSlot[key] ?? '']
    if (told) answers[key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)] = told
    if (key === 'costCentre' && type === 'number') answers.cost_centre = Number(slots.n)
  }
  return answers
}
