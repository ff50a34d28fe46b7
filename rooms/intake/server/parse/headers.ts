/** RFC 5322 header fields, kept as one character per byte ("binary" strings) until somebody needs their words. */
export interface Headers {
  fields: { name: string; value: string }[]
  /** Index of the first byte of the body. */
  bodyStart: number
  problem: string | null
}

const MAX_HEADER_BYTES = 1024 * 1024
const MAX_FIELD_CHARS = 256 * 1024
const MAX_FIELDS = 5000
const FIELD = /^([!-9;-~]{1,200})[ \t]*:/

/** Reads the header block of bytes[start, end). Odd lines are repaired where real mail shows how, or left out. */
export function readHeaders(bytes: Buffer, start: number, end: number): Headers {
  const fields: { name: string; lines: string[] }[] = []
  const limit = Math.min(end, start + MAX_HEADER_BYTES)
  let problem: string | null = null
  let at = start
  while (at < limit) {
    const newline = bytes.indexOf(0x0a, at)
    const lineEnd = newline < 0 || newline >= end ? end : newline
    let textEnd = lineEnd
    while (textEnd > at && bytes[textEnd - 1] === 0x0d) textEnd--
    const next = Math.min(lineEnd + 1, end)
    if (textEnd === at) return finish(fields, next, problem)
    const line = bytes.toString('latin1', at, textEnd)
    const current = fields[fields.length - 1]
    const name = FIELD.exec(line)?.[1]
    if ((line[0] === ' ' || line[0] === '\t') && current) {
      // A line of nothing but white space ends the header in practice, where no field follows it.
      if (line.trim() === '' && !fieldFollows(bytes, next, end)) return finish(fields, next, problem)
      current.lines.push(line)
    } else if (name) {
      if (fields.length < MAX_FIELDS)
        fields.push({ name: name.toLowerCase(), lines: [line.slice(line.indexOf(':') + 1)] })
      else problem = 'too many header fields'
    } else if (fields.length === 0 && /^>?From /.test(line)) {
      // An mbox separator in front of the message.
    } else {
      problem = 'a line of the header is not a header field'
      if (line.startsWith('--') || !fieldFollows(bytes, next, end)) return finish(fields, at, problem)
      current?.lines.push(` ${line}`)
    }
    at = next
  }
  return finish(fields, at, at < end ? 'the header is too long' : problem)
}

/** Whether a header field, or what stands before one, starts at `at`. */
export function startsWithField(bytes: Buffer, at: number): boolean {
  return /^(?:[!-9;-~]{2,60}:[ \t]|>?From )/.test(bytes.toString('latin1', at, Math.min(bytes.length, at + 80)))
}

function fieldFollows(bytes: Buffer, at: number, end: number): boolean {
  return /^(?:[!-9;-~]{2,60}:[ \t]|[ \t]+\S)/.test(bytes.toString('latin1', at, Math.min(end, at + 80)))
}

function finish(fields: { name: string; lines: string[] }[], bodyStart: number, problem: string | null): Headers {
  return {
    fields: fields.map(({ name, lines }) => ({ name, value: lines.join('').slice(0, MAX_FIELD_CHARS).trim() })),
    bodyStart,
    problem,
  }
}

export function firstField(headers: Headers, name: string): string {
  return headers.fields.find((field) => field.name === name)?.value ?? ''
}
