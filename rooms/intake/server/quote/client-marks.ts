import type { LineMark } from './lines.ts'

/**
 * Elements by which mail programs mark history, attributions and signatures. Names are compared in lower case and
 * without the `x_` that Outlook puts before ids of quoted mail.
 */
const BY_NAME: Readonly<Record<string, LineMark>> = {
  // Outlook on the web, Outlook for Mac, new Outlook, Outlook mobile
  divrplyfwdmsg: 'history',
  olk_src_body_section: 'history',
  'mail-editor-reference-message-container': 'history',
  mail_editor_reference_message_container: 'history',
  replysplit: 'history',
  'ms-outlook-mobile-signature': 'signature',
  signature: 'signature',
  outlooksignature: 'signature',
  // Gmail
  gmail_attr: 'attribution',
  gmail_signature: 'signature',
  gmail_signature_prefix: 'signature',
  // Apple
  applemailsignature: 'signature',
  // Thunderbird, Roundcube, Evolution
  'moz-cite-prefix': 'attribution',
  'moz-email-headers-table': 'forward',
  'moz-forward-container': 'forward',
  'moz-signature': 'signature',
  'reply-intro': 'attribution',
  '-x-evo-signature': 'signature',
  '-x-evo-signature-wrapper': 'signature',
  // Yahoo, AOL
  yahoo_quoted: 'history',
  // Zimbra
  zwchr: 'history',
  __divider__: 'history',
  __sig_pre__: 'signature',
  __sig_post__: 'signature',
  // Zoho
  zmail_extra: 'history',
  'zm-_id_-sgn': 'signature',
  'zm-_id_-sgn1': 'signature',
  // Proton, Spark, Airmail, Hey, Front
  protonmail_quote: 'history',
  protonmail_signature_block: 'signature',
  messagereplysection: 'history',
  messagesignaturesection: 'signature',
  bloop_sign: 'signature',
  bloop_original_html: 'history',
  // NetEase, QQ, Foxmail
  isreplycontent: 'history',
  'original-content': 'history',
  isforwardcontent: 'forward',
  // Nine, Samsung, GMX and web.de
  quoted_header: 'history',
  'quoted-content': 'history',
  // Lotus Notes and Verse
  'domino-section-quote': 'history',
}

/** Whole elements that are quoted, as a blockquote is. */
const QUOTING = new Set(['quote', 'front-blockquote', 'tutanota_quote', 'moz-cite', 'freshdesk_quote', 'k9mail-quote'])

export interface ElementMeaning {
  mark: LineMark | null
  quotes: boolean
}

const NOTHING: ElementMeaning = { mark: null, quotes: false }

export function meaningOf(tag: string, attributes: Record<string, string>): ElementMeaning {
  if (tag === 'blockquote') return { mark: null, quotes: !isIndent(attributes.style ?? '') }
  const { id, class: classes, name } = attributes
  const marker = attributes['data-marker']
  if (!id && !classes && !name && !marker) return NOTHING
  const names = [id, name, marker, ...(classes ?? '').slice(0, 300).split(/\s+/)]
  for (const raw of names) {
    if (!raw || raw.length > 80) continue
    const key = raw.toLowerCase().replace(/^(?:x_)+/, '')
    const mark = BY_NAME[key]
    if (mark) return { mark, quotes: false }
    if (QUOTING.has(key) || key.startsWith('front-blockquote')) return { mark: null, quotes: true }
    if (key.startsWith('ydp') && key.endsWith('yahoo_quoted')) return { mark: 'history', quotes: false }
    // "front-signature", "composer_signature", "ydp…signature": whoever names an element so means it.
    if (/(?:[-_]|^ydp.*|^yiv.*)signature$/.test(key)) return { mark: 'signature', quotes: false }
    if (key.startsWith('yahoo_quoted') || key.startsWith('yahoo-quoted')) return { mark: 'history', quotes: false }
  }
  return NOTHING
}

/** An indent made with the editor's button: a blockquote without a border. */
function isIndent(style: string): boolean {
  return /border\s*:\s*(?:none|0)/i.test(style) && /margin[^;]*40px/i.test(style)
}
