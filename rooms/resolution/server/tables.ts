import type { Generated } from 'kysely'

interface ResolutionTable {
  id: Generated<number>
  ticketNumber: number
  cause: string
  action: string
  verification: string
  resolvedAt: Date
  resolvedBy: number | null
  resolvedByName: string
  withdrawnAt: Date | null
  withdrawnByName: string | null
  withdrawnReason: string | null
}

interface ClosureTable {
  resolutionId: number
  how: 'confirmed' | 'silence' | 'by_hand'
  closedAt: Date
  closedByName: string
}

interface ConfirmationLinkTable {
  tokenHash: string
  resolutionId: number
  createdAt: Date
}

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    'resolution.resolution': ResolutionTable
    'resolution.closure': ClosureTable
    'resolution.confirmationLink': ConfirmationLinkTable
  }
}
