import { escapeHtml } from '../html/from-text.ts'
import type { Checkable, TemplateText } from './check-template.ts'
import { type FrameLook, frameMail } from './frame-mail.ts'
import { fill, type Node, parseTemplate } from './parse-template.ts'

/** A value as text, or as HTML that is safe already, with the same as text. */
export type Value = string | { html: string; text: string }
export type Values = Readonly<Record<string, Value | undefined>>

export interface RenderedMail {
  subject: string
  text: string
  html: string
}

/**
 * The mail a template makes of values. Values are put in after the markup was read, so that nothing a stranger wrote can
 * be markup: `**` in a subject stays what it is, and so does `<`.
 */
export function renderTemplate(
  template: Pick<Checkable, 'variables'>,
  source: TemplateText,
  values: Values,
  look: FrameLook,
): RenderedMail {
  const known = new Set(Object.keys(template.variables))
  const has = (name: string) => textOf(values[name]).trim() !== ''
  const subject = fill(parseTemplate(source.subject, known).nodes, has, (name) => textOf(values[name]))
  const blocks = blocksOf(parseTemplate(source.body.replace(MARKS, ''), known).nodes, has)
  const say = (name: string) => values[name]
  return {
    subject: subject.replace(/\s+/g, ' ').trim(),
    text: blocks
      .map((block) => blockText(block, say))
      .filter((text) => text !== '')
      .join('\n\n'),
    html: frameMail(blocks.map((block) => blockHtml(block, say)).join('\n'), look),
  }
}

function textOf(value: Value | undefined): string {
  return typeof value === 'object' ? value.text : (value ?? '')
}

// Names of variables between characters that no text has (private use), until the markup is read.
const MARKS = /[\uE000\uE001]/g
const VALUE = /\uE000([\w.]+)\uE001/g
const ONE_VALUE = /^\uE000([\w.]+)\uE001$/

type Block =
  | { kind: 'value'; name: string }
  | { kind: 'button'; words: string; target: string }
  | { kind: 'heading' | 'paragraph' | 'quote'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'rule' }

const BUTTON = /^\[([^\][\n]{1,200})\]\(([^()\n]*)\)$/
const INLINE = /\[([^\][\n]{1,200})\]\(([^()\n]*)\)|\*\*([^*\n]+)\*\*/g

function blocksOf(nodes: readonly Node[], has: (name: string) => boolean): Block[] {
  const source = fill(nodes, has, (name) => `\uE000${name}\uE001`)
  return source
    .split(/\n[ \t]*\n\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(blockOf)
}

function blockOf(part: string): Block {
  const value = ONE_VALUE.exec(part)?.[1]
  if (value !== undefined) return { kind: 'value', name: value }
  const [, words, target] = BUTTON.exec(part) ?? []
  if (words !== undefined && target !== undefined) return { kind: 'button', words, target: target.trim() }
  if (/^-{3,}$/.test(part)) return { kind: 'rule' }
  if (/^#{1,3} \S[^\n]*$/.test(part)) return { kind: 'heading', text: part.replace(/^#+ /, '') }
  const lines = part.split('\n')
  if (lines.every((line) => /^\s*[-*] /.test(line))) {
    return { kind: 'list', items: lines.map((line) => line.replace(/^\s*[-*] /, '')) }
  }
  if (lines.every((line) => line.startsWith('>'))) {
    return { kind: 'quote', text: lines.map((line) => line.replace(/^> ?/, '')).join('\n') }
  }
  return { kind: 'paragraph', text: part }
}

type Say = (name: string) => Value | undefined

const plain = (text: string, say: Say) => text.replace(VALUE, (_, name: string) => textOf(say(name)))

function inlineText(text: string, say: Say): string {
  const words = text.replace(INLINE, (whole, link: string | undefined, target: string, bold: string | undefined) =>
    link === undefined ? (bold ?? whole) : link === target ? target : `${link} <${target}>`,
  )
  return plain(words, say)
}

function blockText(block: Block, say: Say): string {
  switch (block.kind) {
    case 'value':
      return textOf(say(block.name)).trim()
    case 'button':
      return `${plain(block.words, say)}:\n${plain(block.target, say)}`
    case 'rule':
      return '--'
    case 'list':
      return block.items.map((item) => `- ${inlineText(item, say)}`).join('\n')
    case 'quote':
      return inlineText(block.text, say).replace(/^/gm, '> ')
    default:
      return inlineText(block.text, say).trim()
  }
}

const P = 'margin:0 0 14px'

function blockHtml(block: Block, say: Say): string {
  switch (block.kind) {
    case 'value': {
      const value = say(block.name)
      if (typeof value === 'object') return `<div style="${P}">${value.html}</div>`
      return value?.trim() ? `<p style="${P}">${lines(value)}</p>` : ''
    }
    case 'button':
      return buttonHtml(escapeHtml(plain(block.words, say)), targetOf(block.target, say))
    case 'rule':
      return '<hr class="dk-rule" style="border:0;border-top:1px solid #d9dce3;margin:18px 0">'
    case 'heading':
      return `<h2 style="margin:0 0 12px;font-size:19px;line-height:1.35;font-weight:600">${inlineHtml(block.text, say)}</h2>`
    case 'list':
      return `<ul style="margin:0 0 14px;padding:0 0 0 22px">${block.items.map((item) => `<li style="margin:0 0 4px">${inlineHtml(item, say)}</li>`).join('')}</ul>`
    case 'quote':
      return `<blockquote class="dk-quote" style="margin:0 0 14px;padding:2px 0 2px 14px;border-left:3px solid #c9cdd6">${inlineHtml(block.text, say)}</blockquote>`
    default:
      return `<p style="${P}">${inlineHtml(block.text, say)}</p>`
  }
}

/** A table cell and not a padded link, since Outlook draws no padding on links. */
function buttonHtml(words: string, target: string): string {
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:4px 0 18px;border-collapse:separate"><tr><td class="dk-button" bgcolor="#4b4fc9" style="border-radius:6px;background:#4b4fc9;mso-padding-alt:10px 18px"><a href="${target}" class="dk-button-link" style="display:inline-block;padding:10px 18px;color:#ffffff;text-decoration:none;font-weight:600">${words}</a></td></tr></table>`
}

function inlineHtml(text: string, say: Say): string {
  let out = ''
  let done = 0
  for (const match of text.matchAll(INLINE)) {
    out += filled(text.slice(done, match.index), say)
    const [whole, link, target, bold] = match
    out +=
      link === undefined
        ? `<strong>${filled(bold ?? '', say)}</strong>`
        : `<a href="${targetOf(target ?? '', say)}" class="dk-link" style="color:#3c40b5">${filled(link, say)}</a>`
    done = match.index + whole.length
  }
  return out + filled(text.slice(done), say)
}

/** Escapes what the template says, then puts the values in, escaped for themselves. */
function filled(text: string, say: Say): string {
  return escapeHtml(text)
    .replace(/\n/g, '<br>')
    .replace(VALUE, (_, name: string) => lines(textOf(say(name))))
}

function targetOf(target: string, say: Say): string {
  const url = plain(target, say).trim()
  return /^(https?:\/\/|mailto:)/i.test(url) ? escapeHtml(url) : '#'
}

function lines(text: string): string {
  return escapeHtml(text).replace(/\r?\n/g, '<br>')
}
