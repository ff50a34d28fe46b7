/** Endings that look like a top-level domain and are those of files. */
const FILES = new Set(
  'pdf doc docx xls xlsx ppt pptx txt csv zip png jpg jpeg gif html htm js json exe msi log eml rar'.split(' '),
)
const SPOKEN = /^(?:https?:\/\/|www\.)/i
const HOST = /^(?:https?:\/\/)?(?:[^/\s@]{0,100}@)?((?:[\p{L}\p{N}-]{1,63}\.){1,8}[\p{L}-]{2,63})(?=[/:?#]|\s|$)/iu

/**
 * The host a link really goes to, when its words name another one ("www.bank.example" that leads to evil.example), or
 * when its name is written in letters made to look like others. undefined when nothing is hidden.
 */
export function hiddenHost(words: string, href: string): string | undefined {
  if (!/^https?:/i.test(href) || !URL.canParse(href)) return undefined
  const real = new URL(href).hostname
  const text = words.trim().slice(0, 300)
  const claimed = HOST.exec(text)?.[1]?.toLowerCase()
  if (claimed && (SPOKEN.test(text) || isWholeAddress(text, claimed))) {
    const host = URL.canParse(`http://${claimed}`) ? new URL(`http://${claimed}`).hostname : claimed
    return belongs(real, host) || belongs(host, real) ? undefined : real
  }
  // A name in another script cannot be told from its Latin twin by looking.
  return real.includes('xn--') ? real : undefined
}

function isWholeAddress(text: string, claimed: string): boolean {
  return !/\s/.test(text) && !FILES.has(claimed.split('.').pop() ?? '')
}

const bare = (host: string) => host.replace(/^www\./, '')
const belongs = (host: string, parent: string) => bare(host) === bare(parent) || bare(host).endsWith(`.${bare(parent)}`)
