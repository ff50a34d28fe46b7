import { ActionIcon, Menu, VisuallyHidden } from '@mantine/core'
import { IconAlertTriangle, IconArrowsRightLeft, IconClock, IconUsersGroup } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNow } from '../../../../web-kit/ui/clock.ts'
import { NobodyAvatar, PersonAvatar } from '../../../../web-kit/ui/person-avatar.tsx'
import { PriorityIcon } from '../../../../web-kit/ui/priority.tsx'
import { StatusIcon } from '../../../../web-kit/ui/status.tsx'
import { Time } from '../../../../web-kit/ui/time.tsx'
import type { BoardPerson, BoardTicket } from '../../contract/board.ts'
import classes from './board.module.css'
import type { Goal } from './use-give.ts'

export interface CardContext {
  link: (number: number, children: ReactNode) => ReactNode
  people: readonly BoardPerson[]
  find: (number: number) => BoardTicket | undefined
  teams: ReadonlyArray<{ id: number; name: string }>
  onGive: (ticket: BoardTicket, goal: Goal) => void
  dragged: number | undefined
  onDrag: (number: number | undefined) => void
}

/** A ticket to be dragged; the button gives it to somebody without a mouse. */
export function TicketCard({
  ticket,
  link,
  people,
  teams,
  onGive,
  dragged,
  onDrag,
}: { ticket: BoardTicket } & CardContext) {
  const { t } = useTranslation('board')
  const now = useNow()
  const late = ticket.dueAt !== null && new Date(ticket.dueAt) < now
  return (
    <article
      className={classes.card}
      draggable
      data-dragged={dragged === ticket.number || undefined}
      data-late={late || undefined}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', String(ticket.number))
        event.dataTransfer.effectAllowed = 'move'
        onDrag(ticket.number)
      }}
      onDragEnd={() => onDrag(undefined)}
    >
      <p className={classes.subject}>{link(ticket.number, ticket.subject)}</p>
      <p className={classes.facts}>
        <PriorityIcon priority={ticket.priority} size={14} />
        <StatusIcon status={ticket.status} size={14} />
        <span className={classes.number}>#{ticket.number}</span>
        <span className={classes.requester}>{ticket.requester}</span>
        {ticket.dueAt && (
          <span className={classes.dueAt}>
            {late ? <IconAlertTriangle size={13} aria-hidden /> : <IconClock size={13} aria-hidden />}
            <VisuallyHidden>{t(late ? 'over' : 'dueAt')}</VisuallyHidden>
            <Time at={ticket.dueAt} quiet />
          </span>
        )}
        <Menu position="bottom-end" width={260} withinPortal>
          <Menu.Target>
            <ActionIcon
              size={22}
              variant="subtle"
              className={classes.give}
              aria-label={t('give', { number: ticket.number })}
            >
              <IconArrowsRightLeft size={14} stroke={1.8} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
            {people.map((person) => (
              <Menu.Item
                key={person.id}
                disabled={person.id === ticket.assigneeId}
                leftSection={<PersonAvatar name={person.name} size={20} />}
                rightSection={
                  <span className={classes.hint}>
                    {person.away ? t('away') : t('openCount', { count: person.open })}
                  </span>
                }
                onClick={() => onGive(ticket, { personId: person.id })}
              >
                {person.name}
              </Menu.Item>
            ))}
            <Menu.Item
              disabled={ticket.assigneeId === null}
              leftSection={<NobodyAvatar size={18} />}
              onClick={() => onGive(ticket, { personId: null })}
            >
              {t('toNobody')}
            </Menu.Item>
            {teams.length > 0 && <Menu.Label>{t('toTeam')}</Menu.Label>}
            {teams.map((team) => (
              <Menu.Item
                key={team.id}
                leftSection={<IconUsersGroup size={18} stroke={1.7} />}
                onClick={() => onGive(ticket, { team })}
              >
                {team.name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </p>
    </article>
  )
}
