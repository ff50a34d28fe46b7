import chromium from '@sparticuz/chromium'
import axe from 'axe-core'
import { type Browser, type Page, chromium as playwright } from 'playwright-core'
import type { LiveDesk } from './desk.ts'

/** A browser that needs no system package; `CHROME_PATH` names another one. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROME_PATH || (await chromium.executablePath())
  // The flags for small servers put everything in one process, where a page of ours must not bring the others down.
  // Their graphics card made of software costs half of all the time that a page takes, and draws nothing that we need.
  const args = chromium.args.filter((arg) => !/single-process|headless|gpu|-gl|angle|swiftshader/.test(arg))
  return playwright.launch({ executablePath, args: [...args, '--disable-gpu', '--disable-software-rasterizer'] })
}

export interface Visit {
  /** Signed in as this person; a stranger otherwise. */
  as?: { id: number }
  phone?: boolean
  dark?: boolean
  language?: 'en' | 'de'
}

export interface Visitor {
  page: Page
  /** Opens a path of the desk and waits until it stands still. */
  open(path: string): Promise<void>
  leave(): Promise<void>
}

/** Somebody in front of a screen. Whatever their browser complains about fails the story when they leave. */
export async function visit(browser: Browser, desk: LiveDesk, options: Visit = {}): Promise<Visitor> {
  const { as, phone = false, dark = false, language = 'en' } = options
  const context = await browser.newContext({
    baseURL: desk.url,
    locale: language === 'de' ? 'de-DE' : 'en-GB',
    timezoneId: 'Europe/Berlin',
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    ...(phone ? { hasTouch: true, isMobile: true } : {}),
  })
  if (as) await context.addCookies([cookieFrom(await desk.cookieOf(as.id), desk.url)])
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    // A refused request is part of some stories; the page says it to the person, the browser to the console.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text())
  })
  return {
    page,
    async open(path) {
      await page.goto(path)
      await settle(page)
    },
    async leave() {
      await context.close()
      if (complaints.length > 0) throw new Error(`The browser complained:\n${complaints.join('\n')}`)
    },
  }
}

function cookieFrom(header: string, url: string) {
  const [name = '', ...value] = (header.split(';')[0] ?? '').split('=')
  return { name, value: value.join('='), url, httpOnly: true, sameSite: 'Lax' as const }
}

/** Until nothing is being fetched, the fonts are there, nothing says that it is loading and nothing fades in or moves. */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => !document.querySelector('[role="status"][aria-label="Loading"]'))
  // A screen that is fetched when it is opened may still be on its way from the network to the page.
  await page.waitForFunction(() => document.querySelector('main, [role="main"]') && document.querySelector('h1'))
  await page.evaluate(() => document.fonts.ready)
  // What is half faded in has not the contrast that it is going to have.
  await page.evaluate(() => {
    const ending = document.getAnimations().filter((each) => each.effect?.getComputedTiming().endTime !== Infinity)
    const ended = Promise.allSettled(ending.map((each) => each.finished))
    return Promise.race([ended.then(() => {}), new Promise((resolve) => setTimeout(resolve, 2000))])
  })
}

/** What axe finds against WCAG 2.2 AA and its own best practice, in one line each; should be nothing. */
export async function axeFinds(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const tool = (globalThis as unknown as { axe: { run(on: Document, options: object): Promise<AxeAnswer> } }).axe
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    const { violations } = await tool.run(document, { runOnly: tags, iframes: false })
    return violations.flatMap((found) =>
      found.nodes.map((node) => `${found.id}: ${node.target.join(' ')} (${found.help})`),
    )
  })
}

interface AxeAnswer {
  violations: { id: string; help: string; nodes: { target: string[] }[] }[]
}

/** Whether the page is wider than the screen: on a phone one would have to push it sideways. */
export const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
