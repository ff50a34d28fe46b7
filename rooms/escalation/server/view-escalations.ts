import { no, yes } from '../../../platform/access/ability.ts'
import { can } from '../../../platform/access/actor.ts'
import type { Cx } from '../../../platform/cx.ts'
import { maySeeTeam } from '../../people/server/index.ts'
import { isActive, ticketFor } from '../../ticket/server/index.ts'
import type { TicketEscalations } from '../contract/shapes.ts'
import { abilityTo } from './access.ts'
import { presentEscalations } from './present-escalation.ts'
import { allTeams, escalationsOf, pathFor } from './queries.ts'
import { supplierTier, teamsAbove, tierOf } from './rules.ts'

/** The path of a ticket, where it stands, and every escalation of it. */
export async function viewEscalations(cx: Cx, number: number): Promise<TicketEscalations> {
  const ticket = await ticketFor(cx.db, cx.actor, number, 'note')
  const [teams, rows] = await Promise.all([allTeams(cx.db), escalationsOf(cx.db, number)])
  const path = await pathFor(cx.db, ticket.serviceId, teams)
  const open = rows.find((row) => row.kind === 'functional' && row.endedAt === null)
  const team = ticket.teamId === null ? undefined : teams.get(ticket.teamId)
  const tier = team ? tierOf(path, team) : null
  const stands = open?.supplier ? supplierTier : tier
  const higher = teamsAbove(path, tier).length > 0 || path.supplier !== null
  const may = !can(cx.actor, 'escalation.escalate')
    ? no('access.needs_permission', 'It needs the permission escalation.escalate.', {
        permission: 'escalation.escalate',
      })
    : !isActive(ticket.status)
      ? no('ticket.resolved_already', 'It is resolved already.')
      : stands === supplierTier
        ? no('escalation.with_supplier', 'It is with the supplier.')
        : higher
          ? yes
          : no('escalation.no_higher_tier', 'The path of this ticket has no tier above the one it stands in.')
  return {
    path: path.tiers.map((ids, index) => ({
      tier: index + 1,
      teams: ids.flatMap((id) => {
        const one = teams.get(id)
        return one && maySeeTeam(cx.actor, id) ? [{ id, name: one.name }] : []
      }),
    })),
    supplier: path.supplier,
    stands,
    items: await presentEscalations(cx.db, rows),
    bounces: rows.filter((row) => row.endedHow === 'returned').length,
    abilities: {
      escalate: may,
      override:
        may.allowed && !can(cx.actor, 'escalation.override') ? no('escalation.leads_only', 'Only leads do this.') : may,
      accept: abilityTo(cx.actor, open, 'accept'),
      return: abilityTo(cx.actor, open, 'return'),
      withdraw: abilityTo(cx.actor, open, 'withdraw'),
      tellLeads: isActive(ticket.status) && can(cx.actor, 'escalation.escalate') ? yes : may,
    },
  }
}
