import { crc32, deflateSync } from 'node:zlib'

/** A 3 × 5 letter each: five rows, three bits a row, written as five octal digits. */
const letters: Record<string, string> = {
  A: '25755',
  B: '65656',
  C: '34443',
  D: '65556',
  E: '74647',
  F: '74644',
  G: '34553',
  H: '55755',
  I: '72227',
  J: '11152',
  K: '55655',
  L: '44447',
  M: '57755',
  N: '65555',
  O: '25552',
  P: '65644',
  Q: '25563',
  R: '65655',
  S: '34216',
  T: '72222',
  U: '55557',
  V: '55552',
  W: '55775',
  X: '55255',
  Y: '55222',
  Z: '71247',
  '0': '75557',
  '1': '26227',
  '2': '61247',
  '3': '61216',
  '4': '55711',
  '5': '74616',
  '6': '74757',
  '7': '71122',
  '8': '75757',
  '9': '75717',
  '.': '00002',
  ':': '02020',
  '-': '00700',
  '/': '11244',
  '!': '22202',
  '?': '61202',
  '(': '12221',
  ')': '42224',
  '"': '55000',
  ',': '00024',
}

type Colour = readonly [number, number, number]

export interface Canvas {
  rectangle(x: number, y: number, width: number, height: number, colour: Colour): void
  text(x: number, y: number, words: string, scale: number, colour: Colour): void
  png(): Buffer
}

const chunk = (type: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}

/** Enough of a drawing board for a screenshot that somebody might attach. */
export function canvas(width: number, height: number, background: Colour): Canvas {
  const pixels = Buffer.alloc(height * (width * 3 + 1))
  const rectangle: Canvas['rectangle'] = (x, y, w, h, colour) => {
    const [left, right] = [Math.max(0, x), Math.min(width, x + w)]
    if (right <= left) return
    const line = Buffer.alloc((right - left) * 3, Buffer.from(colour))
    for (let row = Math.max(0, y); row < Math.min(height, y + h); row++)
      line.copy(pixels, row * (width * 3 + 1) + 1 + left * 3)
  }
  rectangle(0, 0, width, height, background)
  return {
    rectangle,
    text(x, y, words, scale, colour) {
      let left = x
      for (const letter of words.toUpperCase()) {
        const rows = letters[letter] ?? '00000'
        for (let row = 0; row < 5; row++)
          for (let bit = 0; bit < 3; bit++)
            if (Number(rows[row]) & (4 >> bit)) rectangle(left + bit * scale, y + row * scale, scale, scale, colour)
        left += 4 * scale
      }
    },
    png() {
      const header = Buffer.alloc(13)
      header.writeUInt32BE(width, 0)
      header.writeUInt32BE(height, 4)
      header.set([8, 2, 0, 0, 0], 8)
      const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
      return Buffer.concat([
        signature,
        chunk('IHDR', header),
        chunk('IDAT', deflateSync(pixels)),
        chunk('IEND', Buffer.alloc(0)),
      ])
    },
  }
}
