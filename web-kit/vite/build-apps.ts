import { join, resolve } from 'node:path'
import { build } from 'vite'

/**
 * Builds both apps in one process, which loads the bundler once: `node web-kit/vite/build-apps.ts [folder]`; each app
 * comes to lie in a folder of its name there.
 */
const repository = resolve(import.meta.dirname, '../..')
const outDir = resolve(process.argv[2] ?? join(repository, 'dist'))

process.env.NODE_ENV = 'production'
await Promise.all(
  ['agent-web', 'portal-web'].map((name) =>
    build({
      configFile: join(repository, 'apps', name, 'vite.config.ts'),
      configLoader: 'native',
      logLevel: 'warn',
      build: { outDir: join(outDir, name), emptyOutDir: true },
    }),
  ),
)
