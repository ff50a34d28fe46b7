const RATE = 8000

/** A second of a fading tone as somebody's voice mail: PCM, 8 bit, mono. */
export function tone(hertz: number, seconds: number): Buffer {
  const samples = Buffer.alloc(RATE * seconds)
  for (let at = 0; at < samples.length; at++) {
    const fade = 1 - at / samples.length
    samples[at] = 128 + Math.round(90 * fade * Math.sin((2 * Math.PI * hertz * at) / RATE))
  }
  const head = Buffer.alloc(44)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(36 + samples.length, 4)
  head.write('WAVEfmt ', 8, 'latin1')
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(RATE, 24)
  head.writeUInt32LE(RATE, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36, 'latin1')
  head.writeUInt32LE(samples.length, 40)
  return Buffer.concat([head, samples])
}
