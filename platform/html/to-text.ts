import { Parser } from 'htmlparser2'
import { shallow } from './shallow.ts'

const BLOCKS = new Set(
  'address article aside blockquote center dd dir div dl dt fieldset figure figcaption footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul body html'.split(
    ' ',
  ),
)
const SPACED = new Set('p h1 h2 h3 h4 h5 h6 ul ol pre table blockquote dl'.split(' '))
const SKIPPED = new Set('head style script title noscript template object svg math xml select textarea'.split(' '))
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
const MAX_OUTPUT_CHARS = 8 * 1024 * 1024
const MAX_TAIL_CHARS = 8192
/** Plain letters without a space: nothing to squeeze. */
const WORD = /^[!-~]{1,200}$/

interface Open {
  name: string
  skipped: boolean
  href: string | null
  textBefore: number
}

/** Readable plain text of an HTML body. Streams: one pass, no recursion, whatever the depth. */
export function htmlToText(html: string): string {
  const writer = new Writer()
  const parser = new Parser(
    {
      onopentag: (name, attributes) => writer.open(name, attributes),
      onclosetag: (name) => writer.close(name),
      ontext: (text) => writer.text(text),
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  parser.end(shallow(html))
  return writer.finish()
}

class Writer {
  private out: string[] = []
  private size = 0
  private line = ''
  /** What a very long line has before `line`; kept apart, since looking at the end of a growing string copies all of it. */
  private head: string[] = []
  private headSize = 0
  private breaks = 0
  private space = false
  /** Whether the line is a list's bullet so far; a paragraph that begins an item stands beside it. */
  private bullet = false
  private quotes = 0
  private pre = 0
  private skipped = 0
  private lists: { ordered: boolean; count: number }[] = []
  private stack: Open[] = []

  open(name: string, attributes: Record<string, string>): void {
    const skipped = SKIPPED.has(name) || isHidden(attributes)
    if (!VOID.has(name)) {
      this.stack.push({
        name,
        skipped,
        href: name === 'a' ? (attributes.href ?? null) : null,
        textBefore: this.written(),
      })
      if (skipped) this.skipped++
    }
    if (this.skipped > 0) return
    if (name === 'br') this.newline()
    else if (name === 'hr') {
      this.block(1)
      this.put('---')
      this.block(1)
    } else if (name === 'img') this.text(attributes.alt ? ` ${attributes.alt} ` : '')
    else if (name === 'td' || name === 'th') this.space = this.line !== ''
    else if (BLOCKS.has(name)) this.openBlock(name)
    if (name === 'blockquote') {
      this.flushLine()
      this.quotes++
    } else if (name === 'pre') this.pre++
    else if (name === 'ul' || name === 'ol') this.lists.push({ ordered: name === 'ol', count: 0 })
    else if (name === 'li') {
      const list = this.lists.at(-1)
      if (list) list.count++
      this.put(
        `${'  '.repeat(Math.min(Math.max(this.lists.length - 1, 0), 10))}${list?.ordered ? `${list.count}.` : '-'} `,
      )
      this.bullet = true
    }
  }

  close(name: string): void {
    if (VOID.has(name)) return
    const open = this.stack.pop()
    if (open?.skipped) this.skipped--
    if (this.skipped > 0 || open?.skipped) return
    if (name === 'a') this.closeLink(open)
    if (BLOCKS.has(name)) this.closeBlock(name)
    if (name === 'blockquote') {
      this.flushLine()
      this.quotes--
    } else if (name === 'pre') this.pre--
    else if (name === 'ul' || name === 'ol') this.lists.pop()
  }

  text(raw: string): void {
    if (this.skipped > 0 || this.size > MAX_OUTPUT_CHARS) return
    if (this.pre > 0) {
      const lines = raw.replace(/\r/g, '').split('\n')
      for (let i = 0; i < lines.length; i++) {
        if (i > 0) this.newline()
        if (lines[i]) this.put(lines[i] ?? '')
      }
      return
    }
    if (WORD.test(raw)) {
      this.put(this.space && this.line !== '' && !this.line.endsWith(' ') ? ` ${raw}` : raw)
      return
    }
    const text = raw.replace(/\u200b|\u00ad|\u034f|\ufeff/g, '').replace(/[ \t\r\n\f\u00a0]+/g, ' ')
    if (text === '') return
    if (text.startsWith(' ') && this.line !== '') this.space = true
    const core = text.trim()
    if (core === '') return
    if (this.space && this.line !== '' && !this.line.endsWith(' ')) this.put(` ${core}`)
    else this.put(core)
    this.space = text.endsWith(' ')
  }

  finish(): string {
    this.flushLine()
    return this.out
      .join('')
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n')
      .replace(/\n{4,}/g, '\n\n\n')
      .trim()
  }

  /** The address of a link is told where its words do not already. */
  private closeLink(open: Open | undefined): void {
    const href = open?.href?.trim()
    if (!href || !/^(?:https?|mailto|tel):/i.test(href) || href.length > 500) return
    const words = this.line.slice(-600)
    const bare = href.replace(/^(?:mailto:|tel:|https?:\/\/)/i, '').replace(/\/$/, '')
    if (bare === '' || words.includes(bare) || this.written() === open?.textBefore) return
    this.put(` <${href}>`)
  }

  private put(text: string): void {
    if (this.line === '' && this.breaks > 0) {
      if (this.out.length > 0) this.append('\n'.repeat(Math.min(this.breaks, 3)))
      this.breaks = 0
    }
    this.line += text
    this.bullet = false
    this.space = false
    if (this.line.length <= MAX_TAIL_CHARS) return
    this.head.push(this.line.slice(0, -1000))
    this.line = this.line.slice(-1000)
    this.headSize += this.head.at(-1)?.length ?? 0
  }

  private written(): number {
    return this.size + this.headSize + this.line.length
  }

  private newline(): void {
    if (this.line === '') this.breaks++
    else {
      this.flushLine()
      this.breaks = 1
    }
    this.space = false
  }

  private openBlock(name: string): void {
    if (this.bullet && name !== 'li' && name !== 'ul' && name !== 'ol') return
    this.block(this.breaksAt(name))
  }

  private closeBlock(name: string): void {
    const outermost = (name === 'ul' || name === 'ol') && this.lists.length === 1
    this.block(outermost ? 2 : this.breaksAt(name))
  }

  /** Within a list nothing is set apart by empty lines. */
  private breaksAt(name: string): number {
    return SPACED.has(name) && this.lists.length === 0 ? 2 : 1
  }

  private block(breaks: number): void {
    this.flushLine()
    this.breaks = Math.max(this.breaks, breaks)
    this.space = false
  }

  private flushLine(): void {
    this.bullet = false
    if (this.line === '') return
    const line = this.head.join('') + this.line
    this.append(this.quotes > 0 ? `${'> '.repeat(Math.min(this.quotes, 20))}${line}` : line)
    this.line = ''
    this.head = []
    this.headSize = 0
  }

  private append(text: string): void {
    this.out.push(text)
    this.size += text.length
  }
}

function isHidden(attributes: Record<string, string>): boolean {
  const style = attributes.style
  return style !== undefined && /display\s*:\s*none|mso-hide\s*:\s*all/i.test(style.slice(0, 2000))
}
