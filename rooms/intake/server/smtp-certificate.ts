import { readFile, stat } from 'node:fs/promises'
import { settingOf } from '../../../platform/config/index.ts'
import { Problem } from '../../../platform/errors/index.ts'
import { settings } from './config.ts'

export interface Certificate {
  cert: Buffer
  key: Buffer
  /** Changes when one of the files does. */
  stamp: string
}

/** The certificate for STARTTLS; undefined when none is set. Throws a Problem when it is set and cannot be read. */
export async function readCertificate(): Promise<Certificate | undefined> {
  const cert = settingOf(settings.smtpInTlsCert)
  const key = settingOf(settings.smtpInTlsKey)
  if (!cert || !key) return undefined
  try {
    const stamps = await Promise.all([cert, key].map(async (path) => (await stat(path)).mtimeMs))
    return { cert: await readFile(cert), key: await readFile(key), stamp: stamps.join(' ') }
  } catch (cause) {
    throw new Problem('intake.no_certificate', 500, `The certificate for STARTTLS cannot be read: ${String(cause)}`, {
      field: 'SMTP_IN_TLS_CERT',
      cause,
    })
  }
}
