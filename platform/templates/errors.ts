import { problem } from '../errors/index.ts'
import type { FieldProblem } from './check-template.ts'

export const templateNotFound = problem<{ name: string }>(
  'templates.not_found',
  404,
  (p) => `The desk writes no mail called ${p.name}.`,
)

const words: Record<FieldProblem['code'], (name: string) => string> = {
  unknown: (name) => `there is no variable {{${name}}}`,
  unclosed_block: (name) => `the block {{#${name}}} is not closed`,
  stray_close: (name) => `{{/${name}}} closes a block that was not opened`,
  wrong_close: (name) => `the block {{#${name}}} is closed by another name`,
  unclosed_tag: (name) => `the braces are not closed: ${name}`,
  bad_tag: (name) => `this is no variable: ${name}`,
  missing: (name) => (name === '' ? 'it is empty' : `it must contain ${name.includes('{{') ? name : `{{${name}}}`}`),
  no_link: (name) => `{{${name}}} is not the address of a page`,
  bad_link: (name) => `this is not the address of a page: ${name}`,
}

export const brokenTemplate = problem<FieldProblem>(
  'templates.broken',
  422,
  (p) => `${p.field === 'subject' ? 'Subject' : `Line ${p.line}`}: ${words[p.code](p.name)}.`,
)

export const noAddress = problem('templates.no_address', 409, 'You have no e-mail address that it could be sent to.')
