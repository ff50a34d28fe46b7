import { expect, test } from 'vitest'
import { firstPageSize } from '../../web-kit/vite/compress.ts'
import { builtApp, ensureWebBuild } from './web-build.ts'

// The interface's law: kilobytes of script, compressed, that a page loads before it can show anything.
test.each([
  ['agent-web', 280_000],
  ['portal-web', 160_000],
] as const)('the first page of %s loads at most %d bytes of script', { timeout: 120_000 }, async (app, budget) => {
  await ensureWebBuild(() => {}, AbortSignal.timeout(100_000))
  const size = await firstPageSize(builtApp(app))
  expect(size).toBeGreaterThan(50_000)
  expect(size).toBeLessThanOrEqual(budget)
})
