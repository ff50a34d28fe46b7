/** Windows code pages by number, as RTF and TNEF name them. */
const PAGES: Readonly<Record<number, string>> = {
  437: 'cp437',
  850: 'cp850',
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1361: 'euc-kr',
  10000: 'macintosh',
  20127: 'windows-1252',
  20866: 'koi8-r',
  21866: 'koi8-u',
  28591: 'iso-8859-1',
  28592: 'iso-8859-2',
  28605: 'iso-8859-15',
  50220: 'iso-2022-jp',
  51932: 'euc-jp',
  54936: 'gb18030',
  65000: 'utf-7',
  65001: 'utf-8',
}

export function charsetOfPage(page: number): string {
  if (page >= 1250 && page <= 1258) return `windows-${page}`
  return PAGES[page] ?? 'windows-1252'
}

/** What \fcharset says of a font in RTF. */
const FONT_CHARSETS: Readonly<Record<number, number>> = {
  77: 10000,
  128: 932,
  129: 949,
  130: 1361,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  254: 437,
}

/** The code page of a font's charset, or 0 where it is the one of the document. */
export function pageOfFont(charset: number): number {
  return FONT_CHARSETS[charset] ?? 0
}
