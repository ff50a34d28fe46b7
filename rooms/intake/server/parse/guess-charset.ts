/**
 * Which charset makes most sense of bytes that are not UTF-8. Each candidate decodes a sample and is marked down for
 * what people do not write: unknown bytes, a symbol inside a word, scripts mixed in one word, a capital after a small
 * letter. The declared charset wins unless another is clearly better.
 */

const SAMPLE_BYTES = 4096
const SINGLE_BYTE = [
  'windows-1252',
  'windows-1251',
  'koi8-r',
  'windows-1250',
  'iso-8859-2',
  'windows-1253',
  'windows-1255',
  'windows-1256',
]
const EAST_ASIAN = ['gb18030', 'shift_jis', 'euc-jp', 'euc-kr', 'big5']

type Script = 'latin' | 'cyrillic' | 'greek' | 'hebrew' | 'arabic' | 'kana' | 'han' | 'hangul' | 'other'

function scriptOf(point: number): Script | null {
  if (point < 0x80) return (point | 0x20) >= 0x61 && (point | 0x20) <= 0x7a ? 'latin' : null
  if (point < 0xc0) return point === 0xaa || point === 0xba ? 'latin' : null
  if (point === 0xd7 || point === 0xf7) return null
  if (point < 0x250) return 'latin'
  if (point < 0x370) return null
  if (point < 0x400) return 'greek'
  if (point < 0x530) return 'cyrillic'
  if (point < 0x590) return 'other'
  if (point < 0x600) return 'hebrew'
  if (point < 0x700) return 'arabic'
  if (point >= 0x3040 && point < 0x3100) return 'kana'
  if (point >= 0x4e00 && point < 0xa000) return 'han'
  if (point >= 0xac00 && point < 0xd7b0) return 'hangul'
  return null
}

const COMMON_HAN = new Set(
  '的一是不了在人有我他这中大来上国们到说时要就出会可以你好请问题谢谢无法电脑网络邮件您好公司系统用户打印机登录日本語件名様お願致問合為對這個機電時請謝'.split(
    '',
  ),
)

/** What people type to see whether it works; in other charsets these bytes make no word. */
const UMLAUTS = new Set('äöüÄÖÜß')

/** Lower is better: penalty per non-ASCII character. */
function penalty(text: string): number {
  let foreign = 0
  let cost = 0
  let previous: Script | null = null
  let previousPoint = 0
  let run = 0
  let umlauts = 0
  for (const char of text) {
    const point = char.codePointAt(0) ?? 0
    const script = scriptOf(point)
    if (point >= 0x80) {
      foreign++
      cost += strangeness(char, point, script, previous)
    }
    // Two accents side by side are a German word, three are a wrong charset.
    run = script === 'latin' && point >= 0x80 ? run + 1 : 0
    umlauts = UMLAUTS.has(char) ? umlauts + 1 : 0
    if (run > 2 && umlauts < run) cost += 0.8
    if ((script === 'han' && previous === 'latin') || (script === 'latin' && previous === 'han')) cost += 0.5
    if (script !== null && point < 0x2500 && isSymbol(previousPoint)) cost += 1.5
    if (script !== null && previous !== null && !EAST.has(script) && !EAST.has(previous)) {
      if (script !== previous) cost += 1.5
      if (umlauts < 2) cost += shapeCost(char, point, previousPoint)
    }
    previous = script
    previousPoint = point
  }
  return foreign === 0 ? 0 : cost / foreign
}

const EAST: ReadonlySet<Script> = new Set(['han', 'kana', 'hangul'])

function strangeness(char: string, point: number, script: Script | null, previous: Script | null): number {
  if (point === 0xfffd) return 6
  if (point < 0xa0 || (point >= 0xe000 && point < 0xf900)) return 4
  if (point >= 0xff61 && point < 0xffa0) return 2
  if (script === 'han') return COMMON_HAN.has(char) ? -0.6 : point > 0x9000 ? 0.9 : 0.5
  if (script === 'hangul' || script === 'kana') return -0.1
  if (script === 'other') return 1
  return script === null && previous !== null && isSymbol(point) ? 1.5 : 0
}

/** A capital after a small letter, or a word in capitals: possible, but seldom. */
function shapeCost(char: string, point: number, previousPoint: number): number {
  if (point < 0x80) return 0
  const capital = isCapital(char)
  const afterCapital = isCapital(String.fromCodePoint(previousPoint))
  return capital && !afterCapital ? 1.2 : capital ? 0.3 : 0
}

function isSymbol(point: number): boolean {
  return (
    (point >= 0xa1 && point <= 0xbf && point !== 0xb4 && point !== 0xbb && point !== 0xab && point !== 0xb0) ||
    point === 0xd7 ||
    point === 0xf7 ||
    (point >= 0x2500 && point < 0x25a0)
  )
}

function isCapital(char: string): boolean {
  return char !== char.toLowerCase()
}

/** A charset name for TextDecoder; never fails. `declared` may be ''. */
export function guessCharset(bytes: Buffer, declared: string): string {
  const sample = sampleAroundHighBytes(bytes)
  let best = declared || 'windows-1252'
  let bestCost = tryPenalty(sample, best)
  // What the label says, or what most mail is, needs a clear reason to be left.
  bestCost -= declared ? 0.25 : 0.1
  for (const candidate of [...SINGLE_BYTE, ...EAST_ASIAN]) {
    if (candidate === declared) continue
    const cost = tryPenalty(sample, candidate)
    if (cost < bestCost - 0.05) {
      best = candidate
      bestCost = cost
    }
  }
  return best
}

function tryPenalty(sample: Buffer, charset: string): number {
  try {
    return (
      penalty(new TextDecoder(charset).decode(sample)) +
      (charset === 'windows-1252' || charset === 'windows-1251' ? 0 : 0.02)
    )
  } catch {
    return 10
  }
}

/** Cut at line ends, so that no multi-byte character is halved. */
function sampleAroundHighBytes(bytes: Buffer): Buffer {
  if (bytes.length <= SAMPLE_BYTES) return bytes
  let first = 0
  while (first < bytes.length && (bytes[first] ?? 0) < 0x80) first++
  const from = Math.max(bytes.lastIndexOf(0x0a, first), 0)
  const end = bytes.indexOf(0x0a, from + SAMPLE_BYTES)
  return bytes.subarray(from, Math.min(end < 0 ? bytes.length : end, from + SAMPLE_BYTES * 2))
}
