const SYLLABLES = 11_172
const FIRST_SYLLABLE = 0xac00

/**
 * The syllables that KS X 1001 leaves out, in the order in which Windows code page 949 adds them: that of Unicode. Mail that is
 * labelled EUC-KR or ks_c_5601-1987 has them, and the decoder at hand knows only the standard.
 */
let added: string[] | null = null

function addedSyllables(): string[] {
  if (added) return added
  const standard = new TextDecoder('euc-kr')
  const known = new Set<string>()
  for (let lead = 0xb0; lead <= 0xc8; lead++)
    for (let trail = 0xa1; trail <= 0xfe; trail++) known.add(standard.decode(Buffer.from([lead, trail])))
  added = []
  for (let nth = 0; nth < SYLLABLES; nth++) {
    const syllable = String.fromCharCode(FIRST_SYLLABLE + nth)
    if (!known.has(syllable)) added.push(syllable)
  }
  return added
}

/** The place of a trail byte among those that may follow; -1 for none. */
function placeOf(trail: number): number {
  if (trail >= 0x41 && trail <= 0x5a) return trail - 0x41
  if (trail >= 0x61 && trail <= 0x7a) return trail - 0x61 + 26
  return trail >= 0x81 && trail <= 0xfe ? trail - 0x81 + 52 : -1
}

const WIDE_LEADS = 0x20
/** Places below a lead byte: all of them up to 0xA0, from there on only those that the standard leaves free. */
const [WIDE, NARROW] = [178, 84]

function addedAt(lead: number, trail: number): string | undefined {
  const place = placeOf(trail)
  if (lead < 0x81 || lead > 0xc6 || place < 0 || (lead > 0xa0 && place >= NARROW)) return undefined
  const before = lead <= 0xa0 ? (lead - 0x81) * WIDE : WIDE_LEADS * WIDE + (lead - 0xa1) * NARROW
  return addedSyllables()[before + place]
}

/** EUC-KR with what Windows adds to it. */
export function decodeUnifiedHangul(bytes: Buffer): string {
  const standard = new TextDecoder('euc-kr')
  const pieces: string[] = []
  let from = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0
    if (lead < 0x81) continue
    const more = addedAt(lead, bytes[at + 1] ?? 0)
    if (more !== undefined) {
      if (at > from) pieces.push(standard.decode(bytes.subarray(from, at)))
      pieces.push(more)
      from = at + 2
    }
    if (more !== undefined || (bytes[at + 1] ?? 0) >= 0xa1) at++
  }
  pieces.push(standard.decode(bytes.subarray(from)))
  return pieces.join('')
}
