import { putFile } from '../../../../platform/files/index.ts'
import { departments } from '../departments.ts'
import { seedFile } from '../files/index.ts'
import type { PlannedTicket } from '../plan.ts'
import type { CatalogIds } from './catalog.ts'
import type { Cast } from './people.ts'
import type { Stage } from './stage.ts'

export interface Scene {
  stage: Stage
  cast: Cast
  catalog: CatalogIds
}

export async function filesOf(stage: Stage, ticket: PlannedTicket, names: string[], at: Date) {
  const files: { fileId: number }[] = []
  for (const name of names) {
    const department = departments.find((one) => one.key === ticket.requester.department)?.name ?? ''
    const about = {
      subject: ticket.subject,
      requester: ticket.requester.name,
      department,
      date: at.toUTCString(),
      error: ticket.error,
      slots: ticket.slots,
    }
    const file = seedFile(name, about)
    files.push({ fileId: (await putFile(stage.tx, file)).id })
  }
  return files
}
