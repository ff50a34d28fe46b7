import { sql } from 'kysely'
import type { Field } from '../../../../rooms/catalog/contract/http.ts'
import { addCategory, addService, changeForm } from '../../../../rooms/catalog/server/index.ts'
import { services } from '../services.ts'
import type { CategorySeed, FieldSeed, FormSeed, ServiceKey, TeamKey } from '../shapes.ts'
import type { Stage } from './stage.ts'

export interface CatalogIds {
  service: Record<ServiceKey, number>
  /** By service and name. */
  category(service: ServiceKey, name: string): number
}

const icons: Record<ServiceKey, string> = {
  workstation: 'device-desktop',
  record: 'clipboard-heart',
  pacs: 'photo-scan',
  lab: 'flask',
  devices: 'heart-rate-monitor',
  mail: 'mail',
  wifi: 'wifi',
  printing: 'printer',
  telephony: 'phone',
  identity: 'key',
  remote: 'home-link',
  purchasing: 'shopping-cart',
}

export async function loadCatalog(stage: Stage, team: Record<TeamKey, number>): Promise<CatalogIds> {
  await clearDefaults(stage)
  const service: Partial<Record<ServiceKey, number>> = {}
  const categories = new Map<string, number>()
  for (const seed of services) {
    const first = seed.forms[0]?.kind ?? 'incident'
    const added = await addService(stage.cx, {
      name: seed.name,
      description: seed.description,
      publicDescription: seed.description,
      icon: icons[seed.key],
      ownerTeamId: team[seed.team],
      defaultKind: first,
      defaultImpact: 3,
      defaultUrgency: 2,
      translations: { de: { name: seed.nameDe, publicDescription: seed.descriptionDe } },
    })
    service[seed.key] = added.id
    for (const category of seed.categories) await loadCategory(stage, categories, seed.key, added.id, null, category)
    if (seed.forms.length > 0) await changeForm(stage.cx, added.id, formOf(seed.forms), undefined)
  }
  return {
    service: service as Record<ServiceKey, number>,
    category: (key, name) => {
      const id = categories.get(`${key}/${name}`)
      if (id === undefined) throw new Error(`no category ${name} of ${key}`)
      return id
    },
  }
}

/** A hospital has its own catalogue: what a fresh desk starts with goes, unless a ticket names it already. */
async function clearDefaults({ tx }: Stage): Promise<void> {
  const used = await tx.selectFrom('ticket.ticket').select('number').limit(1).executeTakeFirst()
  if (used) return
  await sql`delete from catalog.category`.execute(tx)
  await sql`delete from catalog.service`.execute(tx)
}

async function loadCategory(
  stage: Stage,
  ids: Map<string, number>,
  key: ServiceKey,
  serviceId: number,
  parentId: number | null,
  { name, children = [] }: CategorySeed,
): Promise<void> {
  const { id } = await addCategory(stage.cx, { name, parentId, serviceId })
  ids.set(`${key}/${name}`, id)
  for (const child of children) await loadCategory(stage, ids, key, serviceId, id, child)
}

const snake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** A service has one form; where a hospital has several reasons to ask, the first question tells them apart. */
function formOf(forms: FormSeed[]): Field[] {
  const topic: Field = {
    key: 'topic',
    type: 'choice',
    label: { en: 'What is it about?', de: 'Worum geht es?' },
    required: true,
    options: [
      ...forms.map((form, index) => ({ value: `form_${index + 1}`, label: { en: form.name, de: form.nameDe } })),
      { value: 'other', label: { en: 'Something else', de: 'Etwas anderes' } },
    ],
  }
  const used = new Set(['topic'])
  const fields = forms.flatMap((form, index) => {
    const keys = new Map(form.fields.map((field) => [field.key, unique(used, snake(field.key))]))
    return form.fields.map((field) => fieldOf(field, keys, `form_${index + 1}`, form))
  })
  return [topic, ...fields]
}

function unique(used: Set<string>, key: string): string {
  let name = key
  for (let nth = 2; used.has(name); nth++) name = `${key}_${nth}`
  used.add(name)
  return name
}

function fieldOf(field: FieldSeed, keys: Map<string, string>, topic: string, form: FormSeed): Field {
  const first = form.fields[0]?.key === field.key
  const help = [field.help, first ? form.intro : undefined].filter(Boolean).join(' ')
  return {
    key: keys.get(field.key) ?? field.key,
    type: field.type,
    label: { en: field.label, de: field.labelDe },
    ...(help ? { help: { en: help, ...(first ? { de: form.introDe } : {}) } } : {}),
    required: field.required ?? false,
    ...(field.type === 'choice'
      ? { options: field.options.map((option) => ({ value: option, label: { en: option } })) }
      : {}),
    showIf: field.when
      ? { field: keys.get(field.when.field) ?? field.when.field, in: field.when.is }
      : { field: 'topic', equals: topic },
  }
}
