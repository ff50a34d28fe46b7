import sanitizeHtml from 'sanitize-html'
import { recently } from './recently.ts'
import { shallow } from './shallow.ts'
import { filterStyle } from './style.ts'

const MAX_DEPTH = 100
// A bracket that opens no tag costs the parser a hundred times what its escape does.
const LONE_BRACKET = /<(?![a-z/!?])/gi
// Nobody writes a hundred of them; a megabyte of them is an attack.
const BRACKETS = /<{100,}/g
const MAX_HTML_CHARS = 4 * 1024 * 1024

const TAGS = (
  'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em ' +
  'figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark ol p pre q rp rt ruby s samp section small span ' +
  'strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr'
).split(' ')

/** The sanitiser asks for the place of each element in its list; a set knows it at once. */
const KNOWN = new Set(TAGS)
const ALLOWED_TAGS = Object.assign([...TAGS], { indexOf: (name: string) => (KNOWN.has(name) ? 0 : -1) })

const TABLE_ATTRIBUTES = [
  'align',
  'valign',
  'bgcolor',
  'width',
  'height',
  'colspan',
  'rowspan',
  'border',
  'cellpadding',
  'cellspacing',
  'nowrap',
  'scope',
]

const ATTRIBUTES: Record<string, string[]> = {
  '*': ['dir', 'lang', 'title', 'style'],
  a: ['href', 'name', 'rel', 'target'],
  img: ['src', 'data-src', 'data-cid', 'alt', 'width', 'height', 'align', 'border'],
  font: ['color', 'face', 'size'],
  ol: ['start', 'type', 'reversed'],
  ul: ['type'],
  li: ['value'],
  blockquote: ['type', 'cite'],
  p: ['align'],
  div: ['align'],
  span: ['data-mention'],
  time: ['datetime'],
  col: ['span', 'width'],
  colgroup: ['span', 'width'],
  table: TABLE_ATTRIBUTES,
  thead: TABLE_ATTRIBUTES,
  tbody: TABLE_ATTRIBUTES,
  tfoot: TABLE_ATTRIBUTES,
  tr: TABLE_ATTRIBUTES,
  td: TABLE_ATTRIBUTES,
  th: TABLE_ATTRIBUTES,
}

export interface SanitiseOptions {
  /** Maps a Content-ID to the address of the stored file; null leaves a placeholder that names it in data-cid. */
  fileUrl?: (contentId: string) => string | null
}

/**
 * The one door through which HTML from a stranger passes before it is stored or shown. An allow-list: what is not named
 * here does not come through. Nothing loads from elsewhere by being looked at: a remote image keeps its address in
 * `data-src`, so that a screen can offer to load it.
 */
export function sanitiseHtml(html: string, options: SanitiseOptions = {}): string {
  return html.trim() === '' ? '' : sanitise(html, options)
}

/** What came out is left as it is: several doors make the same message safe. */
const sanitise = recently((html: string, options: SanitiseOptions): string => {
  return sanitizeHtml(
    shallow(
      html
        .slice(0, MAX_HTML_CHARS)
        .replace(BRACKETS, (run) => run.slice(0, 100))
        .replace(LONE_BRACKET, '&lt;'),
    ),
    {
      allowedTags: ALLOWED_TAGS,
      allowedAttributes: ATTRIBUTES,
      allowedSchemes: ['http', 'https', 'mailto', 'tel', 'sip', 'cid'],
      allowedSchemesByTag: { img: ['http', 'https', 'data'] },
      allowedSchemesAppliedToAttributes: ['href', 'src', 'data-src', 'cite'],
      allowProtocolRelative: false,
      disallowedTagsMode: 'discard',
      nonTextTags: [
        'script',
        'style',
        'textarea',
        'option',
        'xmp',
        'title',
        'noscript',
        'noembed',
        'template',
        'object',
        'svg',
        'math',
        'iframe',
        'xml',
      ],
      nestingLimit: MAX_DEPTH,
      // Styles are filtered below by a parser that is forty times as fast; a mail from Outlook has hundreds.
      parseStyleAttributes: false,
      transformTags: { '*': (tagName, attributes) => transform(tagName, attributes, options) },
    },
  ).trim()
}, true)

function transform(tagName: string, attributes: sanitizeHtml.Attributes, options: SanitiseOptions): sanitizeHtml.Tag {
  if (attributes.style !== undefined) {
    const style = filterStyle(attributes.style)
    if (style === '') delete attributes.style
    else attributes.style = style
  }
  if (tagName === 'a') {
    delete attributes.target
    if (attributes.href) {
      attributes.rel = 'noopener noreferrer nofollow'
      attributes.target = '_blank'
    }
  } else if (tagName === 'img') transformImage(attributes, options)
  return { tagName, attribs: attributes }
}

const SAFE_DATA = /^data:image\/(?:png|jpe?g|gif|webp|bmp);base64,[A-Za-z0-9+/=\s]+$/i

function transformImage(attributes: sanitizeHtml.Attributes, options: SanitiseOptions): void {
  const source = (attributes.src ?? '').trim()
  const kept = attributes['data-src']
  const missing = attributes['data-cid']
  delete attributes.src
  delete attributes['data-src']
  delete attributes['data-cid']
  const contentId = /^cid:(.+)$/is.exec(source)?.[1]
  if (contentId !== undefined) {
    const id = decodeSafely(contentId).trim()
    const url = options.fileUrl?.(id)
    if (url) attributes.src = url
    else attributes['data-cid'] = id
  } else if (source.startsWith('/api/v1/files/')) attributes.src = source
  else if (SAFE_DATA.test(source)) attributes.src = source
  else if (/^(?:https?:)?\/\//i.test(source))
    attributes['data-src'] = source.startsWith('//') ? `https:${source}` : source
  else if (source === '' && kept && /^https?:\/\//i.test(kept)) attributes['data-src'] = kept
  else if (source === '' && missing) attributes['data-cid'] = missing
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
