import { settingOf } from './index.ts'
import { processSettings } from './settings.ts'

let listening: string | undefined

/** Where the web server listens, once it does; what PUBLIC_URL falls back to. */
export function setListeningUrl(url: string): void {
  listening = url
}

/** The address people use, without a slash at the end, for links in mails. */
export function publicUrl(): string {
  return (
    settingOf(processSettings.publicUrl) ??
    listening ??
    `http://localhost:${settingOf(processSettings.port)}`
  ).replace(/\/$/, '')
}
