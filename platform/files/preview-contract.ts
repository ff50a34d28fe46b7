/** How a file can be looked at in place; undefined: only to save. */
export type PreviewKind = 'image' | 'pdf' | 'text' | 'audio' | 'video' | 'mail' | 'calendar'

interface Named {
  name: string
  type: string
}

/** Senders often say "octet-stream" and mean what the name says. Only names whose kind is safe to show stand here. */
const TYPES_BY_ENDING: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  pdf: 'application/pdf',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  opus: 'audio/ogg',
  wav: 'audio/wav',
  flac: 'audio/flac',
  mp4: 'video/mp4',
  m4v: 'video/mp4',
  webm: 'video/webm',
  mov: 'video/quicktime',
  eml: 'message/rfc822',
  ics: 'text/calendar',
}

const VAGUE = new Set(['', 'application/octet-stream', 'application/x-octet-stream', 'binary/octet-stream'])
const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])
const SOUNDS = new Set(
  'audio/mpeg audio/mp4 audio/ogg audio/wav audio/x-wav audio/webm audio/aac audio/flac'.split(' '),
)
const FILMS = new Set(['video/mp4', 'video/webm', 'video/ogg', 'video/quicktime'])
const WORDS = new Set(
  (
    'text/plain text/csv text/tab-separated-values text/markdown text/x-log text/x-diff text/x-patch text/html text/xml text/css ' +
    'text/javascript application/json application/x-ndjson application/xml application/yaml application/x-yaml application/x-sh ' +
    'application/sql application/toml application/javascript image/svg+xml'
  ).split(' '),
)
const WORD_ENDINGS = new Set(
  'txt log csv tsv json ndjson xml yaml yml toml ini cfg conf md sql sh ps1 bat reg diff patch html htm css js ts svg vcf'.split(
    ' ',
  ),
)

const plain = (type: string) => type.split(';', 1)[0]?.trim().toLowerCase() ?? ''
const endingOf = (name: string) => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''

/** The media type by what was declared, or by the name where nothing was. */
export function typeOf({ type, name }: Named): string {
  const declared = plain(type)
  if (declared === 'application/ics' || declared === 'text/x-vcalendar') return 'text/calendar'
  if (declared === 'image/jpg' || declared === 'image/pjpeg') return 'image/jpeg'
  if (!VAGUE.has(declared)) return declared
  return TYPES_BY_ENDING[endingOf(name)] ?? declared
}

export function previewKind(file: Named): PreviewKind | undefined {
  const type = typeOf(file)
  if (PICTURES.has(type)) return 'image'
  if (type === 'application/pdf') return 'pdf'
  if (SOUNDS.has(type)) return 'audio'
  if (FILMS.has(type)) return 'video'
  if (type === 'message/rfc822') return 'mail'
  if (type === 'text/calendar') return 'calendar'
  if (WORDS.has(type) || ((VAGUE.has(type) || type.startsWith('text/')) && WORD_ENDINGS.has(endingOf(file.name))))
    return 'text'
  return undefined
}

/** The type to answer with when a file is shown: what could run becomes plain text, what is unknown is not shown. */
export function shownType(file: Named): string | undefined {
  const kind = previewKind(file)
  if (kind === undefined) return undefined
  return kind === 'text' || kind === 'mail' || kind === 'calendar' ? 'text/plain; charset=utf-8' : typeOf(file)
}
