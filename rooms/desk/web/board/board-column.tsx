import { Progress } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { number as figure, shortDate } from '../../../../web-kit/i18n/formats.ts'
import { NobodyAvatar, PersonAvatar } from '../../../../web-kit/ui/person-avatar.tsx'
import type { BoardPerson, BoardTicket } from '../../contract/board.ts'
import classes from './board.module.css'
import { type CardContext, TicketCard } from './ticket-card.tsx'

interface Props extends CardContext {
  /** Null: what nobody has. */
  person: BoardPerson | null
  tickets: readonly BoardTicket[]
  count: number
  /** The heaviest load of the team, to compare with. */
  most: number
}

/** What one person has, or nobody; a ticket that is dropped here is theirs. */
export function BoardColumn({ person, tickets, count, most, ...card }: Props) {
  const { t } = useTranslation('board')
  const [over, setOver] = useState(false)
  const name = person?.name ?? t('nobody')
  const drop = (number: number) => {
    const ticket = card.find(number)
    if (ticket) card.onGive(ticket, { personId: person?.id ?? null })
  }
  return (
    <section
      className={classes.column}
      data-over={over || undefined}
      data-away={person?.away || undefined}
      aria-label={name}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        drop(Number(event.dataTransfer.getData('text/plain')))
      }}
    >
      <header className={classes.columnHead}>
        {person ? <PersonAvatar name={name} size={26} /> : <NobodyAvatar size={24} />}
        <div className={classes.who}>
          <h2 className={classes.name}>{name}</h2>
          <p className={classes.state}>{person ? stateOf(person) : t('openCount', { count })}</p>
        </div>
      </header>
      {person && <LoadBar person={person} most={most} />}
      <ul className={classes.cards}>
        {tickets.map((ticket) => (
          <li key={ticket.number}>
            <TicketCard ticket={ticket} {...card} />
          </li>
        ))}
      </ul>
      {tickets.length === 0 && (
        <p className={classes.nothing}>
          {card.dragged === undefined ? t(person ? 'nothingHere' : 'nothingFree') : t('empty')}
        </p>
      )}
    </section>
  )

  function stateOf(one: BoardPerson) {
    if (one.away) return one.awayUntil ? t('awayUntil', { date: shortDate(new Date(one.awayUntil)) }) : t('away')
    const parts = [t('openCount', { count: one.open })]
    if (!one.atWork) parts.push(t('off'))
    if (one.standsFor) parts.push(t('standsFor', { name: one.standsFor }))
    return parts.join(' · ')
  }
}

function LoadBar({ person, most }: { person: BoardPerson; most: number }) {
  const { t } = useTranslation('board')
  const load = figure(Math.round(person.load * 10) / 10)
  const full = person.capacity ?? most
  const words =
    person.capacity === null ? t('load', { load }) : t('loadOf', { load, capacity: figure(person.capacity) })
  return (
    <div className={classes.load}>
      <Progress.Root size={5} className={classes.bar}>
        <Progress.Section
          className={classes.fill}
          aria-label={t('loadBar', { name: person.name })}
          aria-valuetext={words}
          data-full={(person.capacity !== null && person.load >= person.capacity) || undefined}
          value={full === 0 ? 0 : Math.min(100, (person.load / full) * 100)}
        />
      </Progress.Root>
      <span>{words}</span>
    </div>
  )
}
