import type { Reader } from '../../../platform/db/index.ts'
import { fileUrl } from '../../../platform/files/contract.ts'
import { filesById } from '../../../platform/files/index.ts'
import type { Escalation } from '../contract/shapes.ts'
import type { EscalationRow } from './queries.ts'

export async function presentEscalations(reader: Reader, rows: readonly EscalationRow[]): Promise<Escalation[]> {
  const files = await filesOf(
    reader,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    fromTier: row.fromTier,
    toTier: row.toTier,
    from: named(row.fromTeamId, row.fromTeam),
    to: named(row.toTeamId, row.toTeam),
    supplier: row.supplier,
    handOff:
      row.problem === null
        ? null
        : {
            problem: row.problem,
            attempts: row.attempts,
            evidence: row.evidence,
            files: files.get(row.id) ?? [],
            affected: row.affected,
            suspicion: row.suspicion,
          },
    reason: row.reason,
    startedAt: row.startedAt.toISOString(),
    startedBy: row.startedByName,
    contact: row.contact,
    recipients: row.recipients,
    trigger: row.trigger,
    accepted:
      row.acceptedAt === null
        ? null
        : { at: row.acceptedAt.toISOString(), by: row.acceptedByName ?? '', reference: row.reference },
    ended:
      row.endedAt === null || row.endedHow === null
        ? null
        : {
            at: row.endedAt.toISOString(),
            by: row.endedByName ?? '',
            how: row.endedHow,
            reason: row.endedReason,
          },
  }))
}

export async function presentEscalation(reader: Reader, row: EscalationRow): Promise<Escalation> {
  const [presented] = await presentEscalations(reader, [row])
  return presented as Escalation
}

/** What an escalation goes to, in words. */
export function targetWords(row: Pick<EscalationRow, 'toTeam' | 'supplier'>): string {
  return row.toTeam ?? row.supplier ?? ''
}

function named(id: number | null, name: string | null) {
  return id === null ? null : { id, name: name ?? '' }
}

async function filesOf(reader: Reader, ids: readonly number[]) {
  const found = new Map<number, Array<Awaited<ReturnType<typeof cards>>[number]>>()
  if (ids.length === 0) return found
  const rows = await reader
    .selectFrom('escalation.evidenceFile')
    .select(['escalationId', 'fileId'])
    .where('escalationId', 'in', [...ids])
    .orderBy('escalationId')
    .orderBy('position')
    .execute()
  const files = new Map(
    (
      await cards(
        reader,
        rows.map((row) => row.fileId),
      )
    ).map((card) => [card.id, card]),
  )
  for (const { escalationId, fileId } of rows) {
    const file = files.get(fileId)
    if (file) found.set(escalationId, [...(found.get(escalationId) ?? []), file])
  }
  return found
}

/** Files as a screen shows them. */
export async function cards(reader: Reader, ids: readonly number[]) {
  const files = await filesById(reader, ids)
  return ids.flatMap((id) => {
    const file = files.get(id)
    return file ? [{ ...file, url: fileUrl(id) }] : []
  })
}
