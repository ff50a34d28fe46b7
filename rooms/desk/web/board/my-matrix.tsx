import { IconAlertTriangle, IconChecklist, IconClock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { PriorityIcon } from '../../../../web-kit/ui/priority.tsx'
import { EmptyState, ErrorState, RowsSkeleton } from '../../../../web-kit/ui/states.tsx'
import { StatusIcon } from '../../../../web-kit/ui/status.tsx'
import { Time } from '../../../../web-kit/ui/time.tsx'
import { getMyMatrix, type WeighedTicket } from '../../contract/matrix.ts'
import classes from './matrix.module.css'
import './strings.ts'

type Link = (number: number, children: ReactNode) => ReactNode

const fields = [
  { name: 'do', urgent: true, important: true },
  { name: 'plan', urgent: false, important: true },
  { name: 'quick', urgent: true, important: false },
  { name: 'later', urgent: false, important: false },
] as const

/** One's own work in four fields: urgent × important, each ticket with the reasons that put it there. */
export function MyMatrix({ link }: { link: Link }) {
  const { t } = useTranslation('board')
  const reading = useApi(getMyMatrix, {}, { live: ['ticket:*'], everyMs: 60_000 })
  if (reading.error && !reading.data) return <ErrorState error={reading.error} retry={reading.refetch} />
  if (!reading.data) return <RowsSkeleton rows={8} />
  const { items, more } = reading.data
  if (items.length === 0) {
    return (
      <EmptyState icon={<IconChecklist />} title={t('own.none')}>
        {t('own.noneHelp')}
      </EmptyState>
    )
  }
  return (
    <div className={classes.matrix}>
      {fields.map(({ name, urgent, important }) => (
        <Field
          key={name}
          name={name}
          link={link}
          tickets={items.filter((one) => one.urgent.length > 0 === urgent && one.important.length > 0 === important)}
        />
      ))}
      {more && <p className={classes.more}>{t('own.more', { count: items.length })}</p>}
    </div>
  )
}

interface FieldProps {
  name: (typeof fields)[number]['name']
  tickets: readonly WeighedTicket[]
  link: Link
}

function Field({ name, tickets, link }: FieldProps) {
  const { t } = useTranslation('board')
  return (
    <section className={classes.field} data-field={name} aria-label={t(`own.${name}`)}>
      <header className={classes.head}>
        <h2 className={classes.name}>
          {t(`own.${name}`)} <span className={classes.count}>{tickets.length}</span>
        </h2>
        <p className={classes.help}>{t(`own.${name}Help`)}</p>
      </header>
      {tickets.length === 0 && <p className={classes.help}>{t('own.nothing')}</p>}
      <ul className={classes.list}>
        {tickets.map((ticket) => (
          <li key={ticket.number} className={classes.ticket}>
            <p className={classes.subject}>
              <PriorityIcon priority={ticket.priority} size={14} />
              <StatusIcon status={ticket.status} size={14} />
              {link(ticket.number, ticket.subject)}
            </p>
            <p className={classes.why}>
              #{ticket.number} · {ticket.requester}
              {[...ticket.urgent, ...ticket.important].map((reason) => (
                <span key={reason} className={classes.reason} data-reason={reason}>
                  {reason === 'over' && <IconAlertTriangle size={13} aria-hidden />}
                  {reason === 'due_soon' && <IconClock size={13} aria-hidden />}
                  {t(`because.${reason}`)}
                  {(reason === 'over' || reason === 'due_soon') && ticket.dueAt && (
                    <>
                      {' '}
                      <Time at={ticket.dueAt} quiet />
                    </>
                  )}
                </span>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
