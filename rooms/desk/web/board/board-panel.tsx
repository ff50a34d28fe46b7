import { Button, Select } from '@mantine/core'
import { IconAlertTriangle, IconBeach, IconClock, IconLayoutKanban, IconUserQuestion } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { EditorDrawer } from '../../../../web-kit/ui/editor-drawer.tsx'
import { EmptyState, ErrorState, RowsSkeleton } from '../../../../web-kit/ui/states.tsx'
import { TeamAbsences, TeamRoutingEditor } from '../../../routing/web/index.ts'
import { type Board, getBoard } from '../../contract/board.ts'
import classes from './board.module.css'
import { BoardColumn } from './board-column.tsx'
import { HandUp } from './hand-up.tsx'
import { TicketCard } from './ticket-card.tsx'
import { useGive } from './use-give.ts'
import './strings.ts'

interface Props {
  team: number | undefined
  onTeam: (team: number) => void
  link: (number: number, children: ReactNode) => ReactNode
}

/** For leads: what is due, what nobody has, who has how much and who is away. A ticket is dragged to whoever shall have it. */
export function BoardPanel({ team, onTeam, link }: Props) {
  const { t } = useTranslation('board')
  const query = team === undefined ? {} : { team }
  const reading = useApi(getBoard, { query }, { live: ['ticket:*', 'absence:*'], keepPrevious: true, everyMs: 60_000 })
  const [dragged, setDragged] = useState<number>()
  const [handing, setHanding] = useState<{ number: number; teamId: number }>()
  const [beside, setBeside] = useState<'away' | 'routing'>()
  const give = useGive({ query, board: reading.data, onHandUp: (number, teamId) => setHanding({ number, teamId }) })
  if (reading.error && !reading.data) return <ErrorState error={reading.error} retry={reading.refetch} />
  const board = reading.data
  if (!board) return <RowsSkeleton rows={8} />
  if (!board.team) {
    return (
      <EmptyState icon={<IconLayoutKanban />} title={t('noTeam')}>
        {t('noTeamHelp')}
      </EmptyState>
    )
  }
  const all = [...board.unassigned, ...board.people.flatMap((person) => person.tickets), ...board.due]
  const find = (number: number) => all.find((ticket) => ticket.number === number)
  const teams = board.teams.filter((one) => one.id !== board.team?.id)
  const card = { link, people: board.people, teams, find, onGive: give, dragged, onDrag: setDragged }
  const dropOn = (one: { id: number; name: string }) => (number: number) => {
    const ticket = find(number)
    if (ticket) give(ticket, { team: one })
  }
  return (
    <div className={classes.board}>
      <div className={classes.head}>
        <Select
          size="sm"
          aria-label={t('team')}
          allowDeselect={false}
          searchable={board.teams.length > 8}
          data={board.teams.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={String(board.team.id)}
          onChange={(value) => value && onTeam(Number(value))}
        />
        <Sums board={board} />
        <div className={classes.ways}>
          <Button size="compact-sm" variant="default" onClick={() => setBeside('away')}>
            {t('whoIsAway')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setBeside('routing')}>
            {t('givingOut')}
          </Button>
        </div>
      </div>
      {dragged !== undefined && teams.length > 0 && (
        <div className={classes.teams}>
          {teams.map((one) => (
            <TeamTarget key={one.id} name={one.name} onDrop={dropOn(one)} />
          ))}
        </div>
      )}
      {board.due.length > 0 && (
        <section className={classes.due} aria-label={t('due')}>
          <h2 className={classes.title}>{t('due')}</h2>
          <ul className={classes.strip}>
            {board.due.map((ticket) => (
              <li key={ticket.number}>
                <TicketCard ticket={ticket} {...card} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className={classes.columns} aria-label={t('board', { team: board.team.name })} tabIndex={0}>
        <BoardColumn person={null} tickets={board.unassigned} count={board.waiting} most={0} {...card} />
        {board.people.map((person) => (
          <BoardColumn
            key={person.id}
            person={person}
            tickets={person.tickets}
            count={person.open}
            most={Math.max(...board.people.map((one) => one.load), 1)}
            {...card}
          />
        ))}
      </section>
      <EditorDrawer
        opened={beside !== undefined}
        title={t(beside === 'routing' ? 'givingOut' : 'whoIsAway')}
        onClose={() => setBeside(undefined)}
      >
        {beside === 'away' && <TeamAbsences teamId={board.team.id} />}
        {beside === 'routing' && <TeamRoutingEditor teamId={board.team.id} onDone={() => setBeside(undefined)} />}
      </EditorDrawer>
      {handing && <HandUp key={handing.number} {...handing} onClose={() => setHanding(undefined)} />}
    </div>
  )
}

/** Another team, while a ticket is dragged. */
function TeamTarget({ name, onDrop }: { name: string; onDrop: (number: number) => void }) {
  const { t } = useTranslation('board')
  const [over, setOver] = useState(false)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only a mouse drags here; the menu of the card does the same by keyboard
    <div
      className={classes.team}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        onDrop(Number(event.dataTransfer.getData('text/plain')))
      }}
    >
      {t('dropOnTeam', { team: name })}
    </div>
  )
}

function Sums({ board }: { board: Board }) {
  const { t } = useTranslation('board')
  const away = board.people.filter((person) => person.away).length
  const icon = { size: 15, stroke: 1.8, 'aria-hidden': true }
  return (
    <p className={classes.sums}>
      {board.late > 0 && (
        <span data-tone="danger">
          <IconAlertTriangle {...icon} />
          {t('late', { count: board.late })}
        </span>
      )}
      {board.soon > 0 && (
        <span data-tone="warn">
          <IconClock {...icon} />
          {t('soon', { count: board.soon })}
        </span>
      )}
      <span data-tone={board.waiting > 0 ? 'warn' : undefined}>
        <IconUserQuestion {...icon} />
        {t('free', { count: board.waiting })}
      </span>
      {away > 0 && (
        <span>
          <IconBeach {...icon} />
          {t('awayCount', { count: away })}
        </span>
      )}
    </p>
  )
}
