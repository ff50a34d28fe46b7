import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{platform,rooms,apps,web-kit,db,bench,e2e,.ci}/**/*.test.{ts,tsx}'],
    globalSetup: ['platform/testkit/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Each file has a database of its own; two at a time suit the smallest machine it is run on.
    maxWorkers: 2,
  },
})
