import { IconArrowMerge, IconUsersGroup } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DueMark } from '../../../web-kit/ui/due-mark.tsx'
import { NobodyAvatar, PersonAvatar } from '../../../web-kit/ui/person-avatar.tsx'
import { PriorityIcon } from '../../../web-kit/ui/priority.tsx'
import { StatusIcon } from '../../../web-kit/ui/status.tsx'
import { Time } from '../../../web-kit/ui/time.tsx'
import classes from './ticket-row.module.css'
import type { ListedTicket } from './use-ticket.ts'

/** What a list can show of a ticket beside number, status, priority and subject. */
export const listColumns = [
  'requester',
  'organisation',
  'service',
  'category',
  'tags',
  'team',
  'assignee',
  'due',
  'estimatedAt',
  'createdAt',
  'updatedAt',
] as const
export type ListColumn = (typeof listColumns)[number]
export const usualColumns: readonly ListColumn[] = ['tags', 'requester', 'team', 'due', 'updatedAt', 'assignee']

function Cell({ ticket, column }: { ticket: ListedTicket; column: ListColumn }): ReactNode {
  const { t } = useTranslation('ticket')
  switch (column) {
    case 'requester':
      return ticket.requester.name
    case 'organisation':
      return ticket.organisation?.name
    case 'service':
      return ticket.service?.name
    case 'category':
      return ticket.category?.name
    case 'tags':
      return ticket.tags.slice(0, 3).map((tag) => (
        <span key={tag} className={classes.tag}>
          {tag}
        </span>
      ))
    case 'team':
      return ticket.team?.name
    case 'assignee':
      return ticket.assignee ? (
        <PersonAvatar name={ticket.assignee.name} label={t('assignedTo', { name: ticket.assignee.name })} />
      ) : (
        <NobodyAvatar size={20} label={t('nobody')} />
      )
    case 'due':
      return ticket.due && <DueMark due={ticket.due} />
    default:
      return ticket[column] ? <Time at={ticket[column]} quiet /> : null
  }
}

/** Beside the subject of a ticket that goes on in another. */
export function MergedMark({ into }: { into: number }) {
  const { t } = useTranslation('ticket')
  return (
    <span className={classes.merged}>
      <IconArrowMerge size={12} aria-hidden /> {t('mergedInto', { number: into })}
    </span>
  )
}

/** One line of a wide list. */
export function WideTicketRow({ ticket, columns }: { ticket: ListedTicket; columns: readonly ListColumn[] }) {
  return (
    <span className={classes.wide}>
      <PriorityIcon priority={ticket.priority} />
      <span className={classes.number}>{ticket.number}</span>
      <StatusIcon status={ticket.status} />
      <span className={classes.subject} data-over={ticket.status === 'closed' || undefined}>
        {ticket.subject}
        {ticket.mergedInto !== null && <MergedMark into={ticket.mergedInto} />}
      </span>
      {columns.map((column) => (
        <span key={column} className={classes.cell} data-column={column}>
          <Cell ticket={ticket} column={column} />
        </span>
      ))}
    </span>
  )
}

/** Two lines, for the list beside an open ticket and for phones. */
export function NarrowTicketRow({ ticket }: { ticket: ListedTicket }) {
  const { t } = useTranslation('ticket')
  return (
    <span className={classes.narrow}>
      <span className={classes.first}>
        <StatusIcon status={ticket.status} />
        <span className={classes.subject}>
          {ticket.subject}
          {ticket.mergedInto !== null && <MergedMark into={ticket.mergedInto} />}
        </span>
        <Time at={ticket.updatedAt} quiet className={classes.time} />
      </span>
      <span className={classes.second}>
        <span className={classes.facts}>
          <PriorityIcon priority={ticket.priority} size={14} />
          <span className={classes.number}>#{ticket.number}</span>
          <span className={classes.who}>{ticket.requester.name}</span>
          {ticket.due && <DueMark due={ticket.due} />}
          {ticket.assignee ? (
            <PersonAvatar
              name={ticket.assignee.name}
              size={18}
              label={t('assignedTo', { name: ticket.assignee.name })}
            />
          ) : (
            !ticket.team && <NobodyAvatar size={16} label={t('nobody')} />
          )}
        </span>
        {!ticket.assignee && ticket.team && (
          <span className={classes.team}>
            <IconUsersGroup size={13} aria-hidden />
            <span className={classes.teamName}>{ticket.team.name}</span>
          </span>
        )}
      </span>
    </span>
  )
}
