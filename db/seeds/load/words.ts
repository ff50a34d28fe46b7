import type { Random } from '../random.ts'

/** Words of the trade, the most frequent first: in tickets they stand between everything else. */
const trade =
  'the not to my is on it and since please cannot printer password login error network laptop screen mail access account computer server connection update shared folder drive phone software vpn wireless monitor keyboard docking station cable mouse restart reset license browser calendar meeting mailbox attachment outlook window driver scanner toner paper queue tray headset microphone camera token certificate expired locked unlock permission group directory profile backup restore disk memory battery charger adapter switch port socket cabinet firewall proxy gateway router antenna signal roaming latency packet timeout session cookie cache bookmark extension plugin script macro spreadsheet template signature archive quota spam phishing quarantine encryption key badge reader door terminal kiosk tablet stylus projector cartridge firmware bios boot loop freeze crash bluescreen dump log event trace ticket invoice order approval delivery warehouse barcode label ribbon roller fuser duplex stapler fax modem handset extension voicemail greeting hunt conference bridge webinar recording transcript subtitle font language layout resolution brightness flicker pixel cursor shortcut taskbar desktop wallpaper clipboard snapshot virtual machine cluster replica volume partition mount export import migration rollout pilot training manual checklist audit compliance retention privacy consent policy exception waiver contractor visitor intern apprentice payroll timesheet expense travel booking inventory asset tag warranty vendor courier parcel pallet'.split(
    ' ',
  )

const onsets = 'b br c cl cr d dr f fl g gl gr h j k kl l m n p pl pr qu r s sc sk sl sm sn sp st str t tr v w z'.split(
  ' ',
)
const vowels = 'a e i o u ai ea ee io oa ou'.split(' ')
const codas = 'b ck d ft g l ld lm m mp n nd ng nt p r rd rk rn s sk st t th x'.split(' ')
const endings = 'a e er ing ion or us et al ix on um'.split(' ')

/** `size` different words: the trade's own first, then made-up ones that sound like names, products and jargon. */
export function vocabulary(random: Random, size: number): string[] {
  const words = new Set(trade)
  while (words.size < size) {
    const syllable = () => random.pick(onsets) + random.pick(vowels) + random.pick(codas)
    words.add(random.chance(0.5) ? syllable() + random.pick(endings) : syllable() + random.pick(vowels) + syllable())
  }
  return [...words]
}

/** Draws words as people use them (Zipf): the n-th most frequent about 1/n as often as the first. */
export function zipf(random: Random, words: readonly string[]): () => string {
  // A table of 2^16 draws makes each draw one look-up; a million tickets need a hundred million of them.
  const table = new Uint16Array(65_536)
  const weights = words.map((_, rank) => 1 / (rank + 12))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let word = 0
  let sum = weights[0] ?? 0
  for (let slot = 0; slot < table.length; slot++) {
    while (sum / total < (slot + 0.5) / table.length && word < words.length - 1) sum += weights[++word] ?? 0
    table[slot] = word
  }
  return () => words[table[random.below(65_536)] ?? 0] ?? 'the'
}

/** A sentence or two of about `length` words. */
export function sentences(random: Random, word: () => string, length: number): string {
  let text = ''
  let start = true
  for (let index = 0; index < length; index++) {
    const next = word()
    text += start ? next.charAt(0).toUpperCase() + next.slice(1) : next
    start = false
    if (index === length - 1) text += '.'
    else if (random.chance(0.08)) {
      text += '. '
      start = true
    } else text += ' '
  }
  return text
}
