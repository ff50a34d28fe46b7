import { parseTemplate, placeOf, type TemplateProblem } from './parse-template.ts'

export interface Variable {
  /** `html` values stand alone in a paragraph; `link` values may be the target of a link. */
  kind: 'text' | 'link' | 'html'
  /** What stands for it where there is no real ticket. */
  example: string
  words: { en: string; de: string }
}

export interface Checkable {
  variables: Readonly<Record<string, Variable>>
  /** Variables without which the body is of no use: the link one has to follow. */
  required: readonly string[]
  /** What the subject must hold, so that answers find their way. */
  subjectHas?: string | undefined
}

export interface TemplateText {
  subject: string
  body: string
}

export type FieldProblem = TemplateProblem & { field: 'subject' | 'body' }

const LINK = /\[([^\][\n]{1,200})\]\(([^()\n]*)\)/g

/** Everything that is wrong with a template; empty: it can be saved and will be sent as it looks. */
export function checkTemplate(template: Checkable, { subject, body }: TemplateText): FieldProblem[] {
  const known = new Set(Object.keys(template.variables))
  const inBody = parseTemplate(body, known)
  const problems: FieldProblem[] = [
    ...parseTemplate(subject, known).problems.map((one) => ({ ...one, field: 'subject' as const })),
    ...inBody.problems.map((one) => ({ ...one, field: 'body' as const })),
    ...linkProblems(template, body),
  ]
  for (const name of template.required) {
    if (!inBody.used.has(name)) problems.push({ field: 'body', code: 'missing', name, ...placeOf(body, body.length) })
  }
  const { subjectHas } = template
  if (subjectHas !== undefined && !squeezed(subject).includes(subjectHas)) {
    problems.push({ field: 'subject', code: 'missing', name: subjectHas, line: 1, column: 1 })
  }
  if (subject.trim() === '') problems.push({ field: 'subject', code: 'missing', name: '', line: 1, column: 1 })
  return problems
}

const squeezed = (text: string) => text.replace(/\{\{\s*([\w.]+)\s*\}\}/g, '{{$1}}')

function linkProblems(template: Checkable, body: string): FieldProblem[] {
  const problems: FieldProblem[] = []
  for (const match of body.matchAll(LINK)) {
    const target = (match[2] ?? '').trim()
    const name = /^\{\{\s*([\w.]+)\s*\}\}$/.exec(target)?.[1]
    const place = placeOf(body, match.index)
    if (name !== undefined) {
      const variable = template.variables[name]
      if (variable && variable.kind !== 'link') problems.push({ field: 'body', code: 'no_link', name, ...place })
    } else if (!/^(https?:\/\/|mailto:)[^\s{}]+$/.test(target)) {
      problems.push({ field: 'body', code: 'bad_link', name: target || (match[1] ?? ''), ...place })
    }
  }
  return problems
}
