import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, vi } from 'vitest'
import { axeFinds, isTooWide, openBrowser, settle } from './browser.ts'
import { type LiveDesk, startLiveDesk } from './desk.ts'

/** One desk and one browser for the stories of a file. */
export function stage(): { readonly desk: LiveDesk; readonly browser: Browser } {
  // A browser, a desk and axe share the machine with whatever else runs on it.
  vi.setConfig({ testTimeout: 150_000 })
  let desk: LiveDesk | undefined
  let browser: Browser | undefined
  // The first start on a machine builds the pages.
  beforeAll(async () => {
    desk = await startLiveDesk()
    browser = await openBrowser()
    await desk.person('administrator', { name: 'Iris Berg', email: 'iris@harbour.example' })
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await desk?.stop()
  })
  return {
    get desk() {
      return desk!
    },
    get browser() {
      return browser!
    },
  }
}

/** A page in order: nothing for axe to find, nothing beyond the edge of the screen. */
export async function expectInOrder(page: Page): Promise<void> {
  // Away from whatever a hint would open for.
  await page.mouse.move(0, 0)
  await settle(page)
  expect(await axeFinds(page), page.url()).toEqual([])
  expect(await isTooWide(page), `${page.url()} is wider than the screen`).toBe(false)
}

export type Speak = (method: string, path: string, body?: unknown) => Promise<Record<string, unknown>>

/** Does over the API what somebody else would do at their own screen meanwhile. */
export async function speakAs(desk: LiveDesk, person: { id: number }): Promise<Speak> {
  const cookie = await desk.cookieOf(person.id)
  return async (method, path, body) => {
    const headers = { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
    const answer = await fetch(desk.url + path, { method, headers, body: body ? JSON.stringify(body) : null })
    expect(answer.status, `${method} ${path}`).toBeLessThan(300)
    return (await answer.json()) as Record<string, unknown>
  }
}

/** The path of a link in the words of a mail. */
export function pathIn(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)?.[0]
  if (!found) throw new Error(`No ${pattern} in the mail:\n${text}`)
  return found
}
