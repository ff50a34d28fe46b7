import chromium from '@sparticuz/chromium'
import { chromium as pw } from 'playwright-core'
const [, , who, ...paths] = process.argv
const base = process.env.BASE ?? 'http://localhost:3911'
const browser = await pw.launch({ executablePath: await chromium.executablePath(), headless: true, args: ['--no-sandbox'] })
const sizes = (process.env.SIZES ?? 'wide,phone').split(',')
for (const [w, h, tag] of [[1440, 900, 'wide'],[390, 844, 'phone']].filter((s) => sizes.includes(s[2])))
  for (const scheme of (process.env.SCHEMES ?? 'light').split(',')) {
    const ctx = await browser.newContext({ viewport: { width: w, height: h }, colorScheme: scheme, locale: process.env.LOC ?? 'en-GB', timezoneId: 'Europe/Berlin' })
    const r = await ctx.request.post(base + '/api/v1/session', { data: { email: who, password: 'harbour-light-42' }, headers: { origin: base } })
    if (r.status() !== 201) console.log('sign-in', r.status(), await r.text())
    const page = await ctx.newPage()
    page.on('console', (m) => { if (m.type() === 'error') console.log('console', m.text()) })
    page.on('pageerror', (e) => console.log('pageerror', e.message))
    for (const p of paths) {
      const [path, ...clicks] = p.split('|')
      await page.goto(base + path, { waitUntil: 'networkidle' }).catch((e) => console.log(e.message))
      for (const c of clicks) {
        try {
          if (c.startsWith('js:')) await page.evaluate(c.slice(3))
          else if (c.startsWith('type:')) await page.keyboard.type(c.slice(5))
          else if (c.startsWith('key:')) await page.keyboard.press(c.slice(4))
          else await page.locator(c).first().click({ timeout: 4000 })
        } catch (e) { console.log('click', c, e.message.split('\n')[0]) }
        await page.waitForTimeout(500)
      }
      await page.waitForTimeout(600)
      const f = `/tmp/shots/outgoing/${p.replace(/[^a-z0-9]+/gi, '_').slice(0, 80)}-${tag}-${scheme}.png`
      await page.screenshot({ path: f })
      console.log(f)
    }
    await ctx.close()
  }
await browser.close()
