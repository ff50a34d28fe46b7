import { can } from '../../../platform/access/actor.ts'
import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { assertOwnFiles } from '../../../platform/files/index.ts'
import { serviceDefaults } from '../../catalog/server/index.ts'
import type { OpenTicketBody } from '../contract/http.ts'
import { assertMayHold } from './assign-ticket.ts'
import { checkForm } from './check-form.ts'
import { requesterNeeded, staffOnly } from './errors.ts'
import { openTicket } from './open-ticket.ts'
import { presentTicket } from './present-ticket.ts'
import { resolveAssignee, resolvePerson, resolvePlainFields, resolveTeam } from './resolve-references.ts'

const staffFields = ['requester', 'team', 'assignee', 'tags', 'estimatedAt', 'watchers', 'channel'] as const

/**
 * Opens a ticket from one of our own doors: portal form, agent form, API. A requester asks for themselves and leaves
 * triage to the desk; technicians and API keys may say everything.
 */
export async function askForHelp(cx: Cx, body: OpenTicketBody) {
  return cx.tx(async (tx) => {
    const staff = can(cx.actor, 'ticket.createForOthers')
    const set = staffFields.find((field) => body[field] !== undefined)
    if (!staff && set !== undefined) throw staffOnly({ field: set }, { field: `body.${set}` })
    const requester = await requesterOf(tx, body)
    const { affectedPersonIds, ...fields } = await resolvePlainFields(tx, body)
    const form = fields.serviceId ? await checkForm(tx, fields.serviceId, body.customFields ?? {}, staff) : undefined
    const fileIds = [...new Set([...(body.attachments ?? []), ...(form?.fileIds ?? [])])]
    await assertOwnFiles(tx, fileIds, 'body.attachments')
    const defaults = fields.serviceId ? await serviceDefaults(tx, fields.serviceId) : undefined
    const team = body.team === undefined ? undefined : await resolveTeam(tx, body.team)
    const assignee = body.assignee ? await resolveAssignee(tx, body.assignee) : undefined
    if (assignee) await assertMayHold(tx, assignee, team ?? undefined)
    const watchers = await Promise.all((body.watchers ?? []).map((ref) => resolvePerson(tx, ref, 'body.watchers')))
    // A technician who types in what somebody says is not its reporter; the fact says who opened it.
    const byRequester = staff || cx.actor.id === null || cx.actor.id === requester.id
    const ticket = await openTicket(tx, {
      ...fields,
      kind: body.kind ?? defaults?.kind,
      impact: body.impact ?? defaults?.impact,
      urgency: body.urgency ?? defaults?.urgency,
      subject: fields.subject ?? body.subject,
      channel: body.channel ?? channelOf(cx, staff),
      requesterId: requester.id,
      reporterId: byRequester ? requester.id : (cx.actor.id ?? requester.id),
      organisationId: requester.organisationId,
      teamId: team === undefined ? (defaults?.teamId ?? null) : (team?.id ?? null),
      teamFrom: team === undefined ? 'service' : 'opener',
      assigneeId: assignee?.id ?? null,
      affectedPersonIds,
      customFields: form?.answers ?? (staff ? body.customFields : {}),
      watcherIds: watchers.map((watcher) => watcher.id),
      firstWords: { ...wordsOf(body, fileIds), ...(byRequester ? { authorName: requester.name } : {}) },
    })
    // A rule, or the opener, may have sent it where its opener sees nothing.
    return presentTicket(tx, cx.actor, ticket.number, { evenIfHidden: true })
  })
}

async function requesterOf(tx: Tx, body: OpenTicketBody) {
  if (body.requester !== undefined) return resolvePerson(tx, body.requester, 'body.requester')
  if (tx.actor.id === null) throw requesterNeeded(undefined, { field: 'body.requester' })
  return resolvePerson(tx, tx.actor.id, 'body.requester')
}

function channelOf(cx: Cx, staff: boolean) {
  if (cx.actor.kind === 'api-key') return 'api'
  return staff ? 'agent' : 'portal'
}

function wordsOf(body: OpenTicketBody, fileIds: readonly number[]) {
  return {
    ...(body.description === undefined ? {} : { text: body.description }),
    ...(body.descriptionHtml === undefined ? {} : { html: body.descriptionHtml }),
    files: fileIds.map((fileId) => ({ fileId })),
  }
}
