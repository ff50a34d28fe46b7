/** Letters alone, without what text and HTML write differently: space, emphasis, addresses of links, stand-ins for images. */
export function squeeze(text: string): string {
  return text
    .replace(/<(?:https?:|mailto:|tel:)[^<>\s]{1,2000}>|\[(?:cid|image)[^\]\n]{0,300}\]|\ufffc/gi, '')
    .replace(/[\s*_>\u00a0\u200b\ufeff-]+/g, '')
}

/** How many of the lines say exactly `wanted` (squeezed); null when no number of them does. */
export function linesThatSay(lines: readonly string[], wanted: string): number | null {
  if (wanted === '') return null
  let said = ''
  for (const [index, line] of lines.entries()) {
    const piece = squeeze(line)
    if (piece === '') continue
    said += piece
    if (said.length >= wanted.length) return said === wanted ? index + 1 : null
    if (!wanted.startsWith(piece, said.length - piece.length)) return null
  }
  return null
}
