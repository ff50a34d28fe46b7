const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/bmp': 'bmp',
  'image/tiff': 'tiff',
  'image/svg+xml': 'svg',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
  'text/html': 'html',
  'text/calendar': 'ics',
  'text/csv': 'csv',
  'text/vcard': 'vcf',
  'text/x-vcard': 'vcf',
  'message/rfc822': 'eml',
  'message/delivery-status': 'txt',
  'text/rfc822-headers': 'txt',
  'application/zip': 'zip',
  'application/pgp-signature': 'asc',
  'application/pgp-encrypted': 'asc',
  'application/pkcs7-signature': 'p7s',
  'application/x-pkcs7-signature': 'p7s',
  'application/pkcs7-mime': 'p7m',
  'application/x-pkcs7-mime': 'p7m',
  'application/ms-tnef': 'dat',
  'text/enriched': 'txt',
  'application/rtf': 'rtf',
  'text/rtf': 'rtf',
  'audio/mpeg': 'mp3',
  'video/mp4': 'mp4',
}

// Control characters, bidirectional overrides (which can hide an extension) and what file systems refuse.
const UNSAFE = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069<>:"|?*]/gu

/** A name that can be shown and saved anywhere; made from the type when the sender gave none. */
export function safeFileName(given: string, type: string, ordinal: number): string {
  const last =
    given
      .slice(-2000)
      .split(/[\\/]/)
      .filter((piece) => piece.trim() !== '')
      .pop() ?? ''
  const clean = last
    .replace(UNSAFE, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  if (clean === '' || /^_+$/.test(clean)) return `attachment-${ordinal}.${EXTENSIONS[type] ?? 'bin'}`
  if (clean.length <= 180) return clean
  const dot = clean.lastIndexOf('.')
  const extension = dot > 0 && clean.length - dot <= 12 ? clean.slice(dot) : ''
  return (clean.slice(0, 180 - extension.length) + extension).toWellFormed()
}
