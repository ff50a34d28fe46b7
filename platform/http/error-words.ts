/** What a JSON Schema validator says of one value that does not fit. */
export interface SchemaError {
  keyword: string
  /** JSON Pointer (RFC 6901) to the value. */
  instancePath: string
  message: string
  params?: unknown
}

interface Params {
  allowedValues: unknown[]
  format: string
  limit: number
  type: string | string[]
  comparison: string
  pattern: string
}

const formats: Record<string, string> = {
  email: 'must be an e-mail address, such as ana@example.org',
  'date-time': 'must be a moment in ISO 8601, such as 2026-03-01T09:00:00Z',
  date: 'must be a date, such as 2026-03-01',
  time: 'must be a time of day, such as 09:30:00',
  uri: 'must be a whole address, such as https://example.org/',
  uuid: 'must be a UUID',
}

export const unknownField = 'is not a field that is known here'

const types: Record<string, string> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
}

/** What was expected in the place of `found`: where one of several things may stand there, all of them are named. */
export function wordsOfErrors(found: SchemaError, all: readonly SchemaError[]): string {
  const here = all.filter((error) => error.instancePath === found.instancePath)
  const kinds = here.filter((error) => error.keyword === 'type')
  const severalTypes = kinds.length > 1 && here.every((error) => error.keyword === 'type' || error.keyword === 'anyOf')
  if (!severalTypes) return wordsOfError(found.keyword === 'anyOf' ? (kinds[0] ?? found) : found)
  const types = kinds.flatMap((error) => (error.params as Params).type)
  return wordsOfError({ ...found, keyword: 'type', params: { type: [...new Set(types)] } })
}

/** The end of a sentence that begins with the field's name: what was expected there. */
function wordsOfError({ keyword, message, params }: SchemaError): string {
  const given = (params ?? {}) as Params
  switch (keyword) {
    case 'type':
      return `must be ${[given.type].flat().map(nameOfType).join(' or ')}`
    case 'enum':
      return `must be one of ${given.allowedValues.map(String).join(', ')}`
    case 'format':
      return formats[given.format] ?? message
    case 'minLength':
      return given.limit === 1 ? 'must not be empty' : `must have at least ${given.limit} characters`
    case 'maxLength':
      return `must have at most ${given.limit} characters`
    case 'minItems':
      return given.limit === 1 ? 'must not be empty' : `must have at least ${given.limit} entries`
    case 'maxItems':
      return `must have at most ${given.limit} entries`
    case 'minimum':
      return `must be at least ${given.limit}`
    case 'maximum':
      return `must be at most ${given.limit}`
    case 'anyOf':
      return 'is not one of the things that may stand here'
    case 'pattern':
      if (given.pattern === '\\S') return 'must not be empty'
      return 'does not have the right form'
    case 'boolean':
      return unknownField
    default:
      return message
  }
}

const nameOfType = (type: string) => types[type] ?? type
