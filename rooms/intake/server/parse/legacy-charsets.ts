import { decodeUnifiedHangul } from './unified-hangul.ts'

/** Charsets that real mail still uses and that TextDecoder does not know. */

const CP437_HIGH =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■ '
const CP850_HIGH =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´­±‗¾¶§÷¸°¨·¹³²■ '

function decodeHighTable(bytes: Buffer, high: string): string {
  let out = ''
  for (const byte of bytes) out += byte < 0x80 ? String.fromCharCode(byte) : high.charAt(byte - 0x80)
  return out
}

/** RFC 2152. */
function decodeUtf7(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/\+([A-Za-z0-9+/]*)-?/g, (_all, base64: string) => {
    if (base64 === '') return '+'
    const utf16 = Buffer.from(base64, 'base64')
    return utf16
      .subarray(0, utf16.length & ~1)
      .swap16()
      .toString('utf16le')
  })
}

/** ISO-2022-KR (RFC 1557): between SO and SI each byte is EUC-KR with its high bit cleared. */
function decodeIso2022Kr(bytes: Buffer): string {
  const euc: number[] = []
  let shifted = false
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte === 0x1b && bytes[at + 1] === 0x24 && bytes[at + 2] === 0x29 && bytes[at + 3] === 0x43) at += 3
    else if (byte === 0x0e) shifted = true
    else if (byte === 0x0f) shifted = false
    else euc.push(shifted && byte > 0x20 ? byte | 0x80 : byte)
  }
  return new TextDecoder('euc-kr').decode(Buffer.from(euc))
}

/** HZ (RFC 1843): between ~{ and ~} each byte is GB2312 with its high bit cleared. */
function decodeHz(bytes: Buffer): string {
  const gb: number[] = []
  let shifted = false
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    const next = bytes[at + 1]
    if (byte === 0x7e && (next === 0x7b || next === 0x7d)) {
      shifted = next === 0x7b
      at++
    } else if (byte === 0x7e && next === 0x7e) {
      gb.push(0x7e)
      at++
    } else if (byte === 0x7e && next === 0x0a) {
      at++
    } else {
      if (byte === 0x0a) shifted = false
      gb.push(shifted && byte > 0x20 ? byte | 0x80 : byte)
    }
  }
  return new TextDecoder('gb18030').decode(Buffer.from(gb))
}

function decodeUtf32(bytes: Buffer, bigEndian: boolean): string {
  let out = ''
  for (let at = 0; at + 3 < bytes.length; at += 4) {
    const point = bigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)
    out += point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd'
  }
  return out.replace(/^\ufeff/, '')
}

export const legacyDecoders: Readonly<Record<string, (bytes: Buffer) => string>> = {
  'utf-7': decodeUtf7,
  'euc-kr': decodeUnifiedHangul,
  'iso-2022-kr': decodeIso2022Kr,
  'hz-gb-2312': decodeHz,
  cp437: (bytes) => decodeHighTable(bytes, CP437_HIGH),
  cp850: (bytes) => decodeHighTable(bytes, CP850_HIGH),
  'utf-32': (bytes) => decodeUtf32(bytes, bytes[0] === 0),
  'utf-32be': (bytes) => decodeUtf32(bytes, true),
  'utf-32le': (bytes) => decodeUtf32(bytes, false),
}
