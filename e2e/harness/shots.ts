import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { settle, type Visit, visit } from './browser.ts'
import type { LiveDesk } from './desk.ts'

const folder = join(import.meta.dirname, '../screenshots')

/** A page at 1440 and 390 px, light and dark, as pictures in e2e/screenshots (which git does not keep). */
export async function shots(browser: Browser, desk: LiveDesk, name: string, path: string, options: Visit = {}) {
  mkdirSync(folder, { recursive: true })
  for (const phone of [false, true]) {
    for (const dark of [false, true]) {
      const visitor = await visit(browser, desk, { ...options, phone, dark })
      await visitor.open(path)
      await settle(visitor.page)
      const file = `${name}-${phone ? '390' : '1440'}-${dark ? 'dark' : 'light'}.png`
      await visitor.page.screenshot({ path: join(folder, file), fullPage: phone })
      await visitor.leave()
    }
  }
}
