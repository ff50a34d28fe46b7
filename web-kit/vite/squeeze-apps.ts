import { setPriority } from 'node:os'
import { squeeze } from './precompress.ts'

/** `node web-kit/vite/squeeze-apps.ts <folder of a built app> …`: runs beside the desk and gives way to it. */
setPriority(19)
for (const app of process.argv.slice(2)) await squeeze(app)
