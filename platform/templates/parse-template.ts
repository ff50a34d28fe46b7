/**
 * A mail template: text with `{{variable}}`, `{{#variable}}…{{/variable}}` (only where it has a value) and
 * `{{^variable}}…{{/variable}}` (only where it has none). No logic besides, no loops, no way to reach anything that was
 * not handed in. Runs anywhere: the editor checks while one types, the server before it saves.
 */
export type Node =
  | { kind: 'text'; text: string }
  | { kind: 'value'; name: string }
  | { kind: 'section'; name: string; inverted: boolean; inner: Node[] }

export type ProblemCode =
  | 'unknown'
  | 'unclosed_block'
  | 'stray_close'
  | 'wrong_close'
  | 'unclosed_tag'
  | 'bad_tag'
  | 'missing'
  | 'no_link'
  | 'bad_link'

export interface TemplateProblem {
  code: ProblemCode
  line: number
  column: number
  /** The variable, block or text that is meant. */
  name: string
}

const TAG = /\{\{\s*([#^/!]?)\s*([^{}]*?)\s*\}\}/g
const NAME = /^[a-zA-Z][\w.]*$/

interface Open {
  name: string
  inverted: boolean
  inner: Node[]
  at: number
}

export interface Parsed {
  nodes: Node[]
  problems: TemplateProblem[]
  /** Where each variable stands first. */
  used: Map<string, number>
}

/** Reads a template in one pass; what is wrong is listed, each with the line it stands on. */
export function parseTemplate(source: string, known: ReadonlySet<string>): Parsed {
  const problems: TemplateProblem[] = []
  const used = new Map<string, number>()
  const root: Node[] = []
  const stack: Open[] = []
  const into = () => stack.at(-1)?.inner ?? root
  const wrong = (code: ProblemCode, at: number, name: string) => problems.push({ code, name, ...placeOf(source, at) })
  const text = (part: string, at: number) => {
    const loose = part.search(/\{\{|\}\}/)
    if (loose >= 0) wrong('unclosed_tag', at + loose, part.slice(loose, loose + 30).split('\n')[0] ?? '')
    if (part !== '') into().push({ kind: 'text', text: part })
  }
  let done = 0
  for (const match of source.matchAll(TAG)) {
    const [whole, sign = '', name = ''] = match
    const at = match.index
    const alone = sign !== '' && standsAlone(source, at, at + whole.length)
    text(source.slice(done, alone ? alone.from : at), done)
    done = alone ? alone.to : at + whole.length
    if (sign === '!') continue
    if (!NAME.test(name)) {
      wrong('bad_tag', at, whole)
      continue
    }
    if (!known.has(name)) wrong('unknown', at, name)
    if (sign === '') {
      if (!used.has(name)) used.set(name, at)
      into().push({ kind: 'value', name })
    } else if (sign === '/') {
      const open = stack.pop()
      if (!open) wrong('stray_close', at, name)
      else {
        if (open.name !== name) wrong('wrong_close', at, open.name)
        into().push({ kind: 'section', name: open.name, inverted: open.inverted, inner: open.inner })
      }
    } else stack.push({ name, inverted: sign === '^', inner: [], at })
  }
  text(source.slice(done), done)
  for (const open of stack.toReversed()) {
    wrong('unclosed_block', open.at, open.name)
    ;(stack[stack.indexOf(open) - 1]?.inner ?? root).push(...open.inner)
  }
  problems.sort((a, b) => a.line - b.line || a.column - b.column)
  return { nodes: root, problems, used }
}

/** A block's tag alone on its line takes the line with it. */
function standsAlone(source: string, from: number, to: number): { from: number; to: number } | false {
  const start = source.lastIndexOf('\n', from - 1) + 1
  const next = source.indexOf('\n', to)
  const end = next < 0 ? source.length : next
  if (source.slice(start, from).trim() !== '' || source.slice(to, end).trim() !== '') return false
  return { from: start, to: next < 0 ? end : end + 1 }
}

export function placeOf(source: string, at: number): { line: number; column: number } {
  const before = source.slice(0, at)
  const line = before.split('\n').length
  return { line, column: at - before.lastIndexOf('\n') }
}

/** Puts in what `say` answers for each value; blocks whose variable is empty disappear. */
export function fill(nodes: readonly Node[], has: (name: string) => boolean, say: (name: string) => string): string {
  let out = ''
  for (const node of nodes) {
    if (node.kind === 'text') out += node.text
    else if (node.kind === 'value') out += say(node.name)
    else if (has(node.name) !== node.inverted) out += fill(node.inner, has, say)
  }
  return out
}
