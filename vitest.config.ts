import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{platform,rooms,apps,web-kit,db,bench,e2e,.ci}/**/*.test.{ts,tsx}'],
    globalSetup: ['platform/testkit/global-setup.ts'],
    // Generous: they end a test that hangs, they do not measure one.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Each file has a database of its own; two at a time suit the smallest machine it is run on.
    maxWorkers: 2,
  },
})
