export interface Finding {
  verdict: 'ok' | 'warn' | 'fail'
  about: string
  words: string
}

export const ok = (about: string, words: string): Finding => ({ verdict: 'ok', about, words })
export const warn = (about: string, words: string): Finding => ({ verdict: 'warn', about, words })
export const fail = (about: string, words: string): Finding => ({ verdict: 'fail', about, words })
