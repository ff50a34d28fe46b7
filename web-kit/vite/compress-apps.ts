import { setPriority } from 'node:os'
import { compressApp } from './compress.ts'

/** `node web-kit/vite/compress-apps.ts <folder of a built app> …`: runs beside the desk and gives way to it. */
setPriority(19)
for (const app of process.argv.slice(2)) await compressApp(app)
