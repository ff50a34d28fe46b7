/** Where the dictionary starts: the words that most RTF begins with (MS-OXRTFCP 2.1.2.1). */
const PRELOADED = Buffer.from(
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx',
  'latin1',
)
const COMPRESSED = 0x75465a4c
const UNCOMPRESSED = 0x414c454d
const MAX_BYTES = 32 * 1024 * 1024

/** Undoes the compression of RTF in TNEF. What is cut off or broken gives what is whole; null for something else. */
export function decompressRtf(bytes: Buffer): Buffer | null {
  if (bytes.length < 16) return null
  const size = Math.min(bytes.readUInt32LE(4), MAX_BYTES)
  const type = bytes.readUInt32LE(8)
  if (type === UNCOMPRESSED) return bytes.subarray(16, 16 + size)
  if (type !== COMPRESSED) return null
  const dictionary = Buffer.alloc(4096)
  PRELOADED.copy(dictionary)
  let write = PRELOADED.length
  // Two bytes give at most seventeen, so a size that lies costs nothing.
  const out = Buffer.alloc(Math.min(size, (bytes.length - 16) * 9))
  let length = 0
  let at = 16
  const put = (byte: number) => {
    out[length++] = byte
    dictionary[write] = byte
    write = (write + 1) & 4095
  }
  while (at < bytes.length && length < out.length) {
    const control = bytes[at++] ?? 0
    for (let bit = 0; bit < 8 && at < bytes.length && length < out.length; bit++) {
      if ((control & (1 << bit)) === 0) {
        put(bytes[at++] ?? 0)
        continue
      }
      const reference = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
      at += 2
      const from = reference >> 4
      if (from === write) return out.subarray(0, length)
      for (let i = 0; i < (reference & 15) + 2 && length < out.length; i++) put(dictionary[(from + i) & 4095] ?? 0)
    }
  }
  return out.subarray(0, length)
}
