import type { TSchema } from 'typebox'

interface JsonSchema {
  type?: string | string[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema
  anyOf?: JsonSchema[]
  allOf?: JsonSchema[]
  enum?: unknown[]
  const?: unknown
  format?: string
  description?: string
  additionalProperties?: boolean | JsonSchema
  patternProperties?: Record<string, JsonSchema>
}

/** A schema in the notation that readers of TypeScript know, with its descriptions as comments. */
export function shapeOf(schema: TSchema): string {
  return words(schema as JsonSchema, '')
}

function words(schema: JsonSchema, indent: string): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (schema.anyOf) return [...new Set(schema.anyOf.map((option) => words(option, indent)))].join(' | ')
  if (schema.allOf) return schema.allOf.map((part) => words(part, indent)).join(' & ')
  if (Array.isArray(schema.type)) return schema.type.map((type) => words({ ...schema, type }, indent)).join(' | ')
  if (schema.type === 'array') return listOf(words(schema.items ?? {}, indent))
  if (schema.type === 'object') return objectOf(schema, indent)
  if (schema.type === 'string' && schema.format === 'date-time') return 'instant'
  return schema.type ?? 'anything'
}

const listOf = (item: string) => (item.includes(' | ') ? `(${item})[]` : `${item}[]`)

function objectOf(schema: JsonSchema, indent: string): string {
  const inner = `${indent}  `
  const named = Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const mark = schema.required?.includes(name) ? '' : '?'
    const comment = property.description ? `  // ${property.description}` : ''
    return `${inner}${name}${mark}: ${words(property, inner)}${comment}`
  })
  const others = Object.values(schema.patternProperties ?? {})
  if (typeof schema.additionalProperties === 'object') others.push(schema.additionalProperties)
  const free = others.map((value) => `${inner}[name]: ${words(value, inner)}`)
  const lines = [...named, ...free]
  return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${indent}}`
}
