import { compressWebBuild, ensureWebBuild } from './web-build.ts'

/** `npm run build`: the pages as the next start wants them, compressed; for whoever starts the desk elsewhere or in a hurry. */
const { signal } = new AbortController()
await ensureWebBuild(console.log, signal)
await compressWebBuild(signal)
