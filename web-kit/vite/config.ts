import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import type { UserConfig } from 'vite'
import { preloadFont } from './preload-font.ts'

interface App {
  name: 'agent-web' | 'portal-web'
  base: string
  /** Paths of the API and, for the portal, of the other app, sent on to a running desk in dev mode. */
  port: number
}

const repository = resolve(import.meta.dirname, '../..')
const server = process.env.DESK_URL ?? 'http://localhost:3000'

/**
 * What the first page needs is one file and not a hundred; what several later pages share is put together until a file is worth
 * the journey, which costs a page a tenth more bytes and spares it three of four requests.
 *
 * Contracts come in a file of their own: they need nothing but each other, and shared among files that need one another in a
 * circle, one was read before what it is made of was there.
 */
const fewFiles = [
  { name: 'first', tags: ['$initial' as const], priority: 2 },
  { name: 'contracts', test: /\/contract(\/|\.ts$)/, minShareCount: 2, priority: 1.5 },
  { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 12_000, priority: 1 },
]

/** One build for both apps, so that they differ only where their `vite.config.ts` says so. */
export const webApp = ({ name, base, port }: App): UserConfig => ({
  root: resolve(repository, 'apps', name),
  base,
  publicDir: resolve(repository, 'web-kit/public'),
  cacheDir: resolve(repository, 'node_modules/.vite', name),
  plugins: [react(), preloadFont(/inter-latin-wght-normal/, base)],
  // Natively: the other way takes a second of every build.
  css: { transformer: 'lightningcss' },
  resolve: { alias: [{ find: /^typebox$/, replacement: resolve(import.meta.dirname, 'typebox-for-browsers.ts') }] },
  build: {
    outDir: resolve(repository, 'dist', name),
    emptyOutDir: true,
    target: 'es2023',
    // data: fonts and pictures would not be cached, and the policy forbids data: fonts.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    modulePreload: { polyfill: false },
    manifest: true,
    // One of the libraries has an index of six thousand icons; only those that are named need to be read.
    rolldownOptions: {
      experimental: { lazyBarrel: true },
      checks: { largeBarrelModules: false },
      output: { codeSplitting: { groups: fewFiles } },
    },
  },
  server: { port, proxy: { '/api': { target: server, ws: true }, '/r': server } },
})
