import { createHash, randomBytes } from 'node:crypto'

/** 32 random bytes, readable in a URL and a header. */
export function makeToken(prefix = ''): string {
  return prefix + randomBytes(32).toString('base64url')
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
