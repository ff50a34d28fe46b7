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
}

const formats: Record<string, string> = {
  email: 'must be an e-mail address, such as ana@example.org',
  'date-time': 'must be a moment in ISO 8601, such as 2026-03-01T09:00:00Z',
  date: 'must be a date, such as 2026-03-01',
  time: 'must be a time of day, such as 09:30:00',
  uri: 'must be a whole address, such as https://example.org/',
  uuid: 'must be a UUID',
}

const types: Record<string, string> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
}

/** The end of a sentence that begins with the field's name: what was expected there. */
export function wordsOfError({ keyword, message, params }: SchemaError): string {
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
    case 'pattern':
      return 'does not have the right form'
    case 'boolean':
      return 'is not a field that is known here'
    default:
      return message
  }
}

const nameOfType = (type: string) => types[type] ?? type
