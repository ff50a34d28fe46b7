import { Badge, Button, Select } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi, usePages } from '../../../../web-kit/api/use-api.ts'
import { type Column, DataTable } from '../../../../web-kit/list/data-table.tsx'
import { ErrorState, TextSkeleton } from '../../../../web-kit/ui/states.tsx'
import { Time } from '../../../../web-kit/ui/time.tsx'
import { listTeams } from '../../../people/contract/http.ts'
import {
  getEscalationReport,
  listEscalations,
  type Report,
  type ReportedEscalation,
} from '../../contract/http-report.ts'
import classes from './report.module.css'
import './strings.ts'

interface Props {
  /** A link to a ticket, in the words given. */
  link: (number: number, words: ReactNode) => ReactNode
}

const spans = ['7', '30', '90', '365']
const dayMs = 86_400_000

/** Escalations of a time: in figures, by tier, and each on record. */
export function EscalationReport({ link }: Props) {
  const { t } = useTranslation('escalationReport')
  const [days, setDays] = useState('30')
  const [kind, setKind] = useState<'all' | ReportedEscalation['kind']>('all')
  const [team, setTeam] = useState<string | null>(null)
  const [now] = useState(() => Date.now())
  const teams = useApi(listTeams, {}, { staleMs: 60_000 }).data?.items ?? []
  const query = {
    from: new Date(now - Number(days) * dayMs).toISOString(),
    ...(kind === 'all' ? {} : { kind }),
    ...(team ? { team: Number(team) } : {}),
  }
  const read = useApi(getEscalationReport, { query }, { keepPrevious: true })
  const list = usePages(listEscalations, { query }, { keepPrevious: true })
  const columns: Column<ReportedEscalation>[] = [
    {
      key: 'ticket',
      title: t('ticket'),
      cell: (one) => link(one.ticket.number, `#${one.ticket.number} ${one.ticket.subject}`),
    },
    {
      key: 'what',
      title: t('what'),
      cell: (one) => (one.from ? t('fromTo', { from: one.from, to: one.to }) : t('toOnly', { to: one.to })),
    },
    {
      key: 'why',
      title: t('why'),
      wideOnly: true,
      cell: (one) => (
        <span className={classes.why}>
          <span>{one.why}</span>
          <span className={classes.dim}>{one.trigger ? t('trigger', { name: one.trigger }) : one.by}</span>
        </span>
      ),
    },
    { key: 'when', title: t('when'), width: 120, cell: (one) => <Time at={one.startedAt} /> },
    {
      key: 'state',
      title: t('state'),
      width: 150,
      cell: (one) => {
        const state = one.ended ?? (one.acceptedAt ? 'accepted' : 'waiting')
        return (
          <Badge variant="light" color={state === 'waiting' ? 'yellow' : state === 'returned' ? 'red' : 'gray'}>
            {t(`states.${state}`)}
          </Badge>
        )
      },
    },
  ]
  return (
    <div className={classes.report}>
      <div className={classes.filters}>
        <Select
          label={t('days')}
          allowDeselect={false}
          data={spans.map((value) => ({ value, label: t('lastDays', { days: value }) }))}
          value={days}
          onChange={(value) => setDays(value ?? '30')}
        />
        <Select
          label={t('kind')}
          allowDeselect={false}
          data={(['all', 'functional', 'hierarchical'] as const).map((value) => ({
            value,
            label: t(`kinds.${value}`),
          }))}
          value={kind}
          onChange={(value) => setKind((value ?? 'all') as typeof kind)}
        />
        <Select
          label={t('team')}
          placeholder={t('anyTeam')}
          clearable
          searchable
          data={teams.map((one) => ({ value: String(one.id), label: one.name }))}
          value={team}
          onChange={setTeam}
        />
      </div>
      {read.error && <ErrorState error={read.error} retry={() => void read.refetch()} />}
      {!read.data && !read.error && <TextSkeleton lines={6} />}
      {read.data && <Figures report={read.data} />}
      <h2 className={classes.heading}>{t('list')}</h2>
      {list.data && list.items.length === 0 ? (
        <p className={classes.dim}>{t('none')}</p>
      ) : (
        <DataTable label={t('list')} rows={list.items} columns={columns} keyOf={(one) => one.id} />
      )}
      {list.hasNextPage && (
        <Button variant="default" size="compact-sm" loading={list.isFetchingNextPage} onClick={list.more}>
          {t('more')}
        </Button>
      )}
    </div>
  )
}

function Figures({ report }: { report: Report }) {
  const { t } = useTranslation('escalationReport')
  const span = useSpan()
  const longest = Math.max(1, ...report.tiers.map((tier) => tier.minutes))
  const figures = [
    ['handOffs', report.handOffs],
    ['toLeads', report.toLeads],
    ['byTrigger', report.byTrigger],
    ['returned', report.returned],
    ['waiting', report.waiting],
    ['accepted', report.acceptedMinutes === null ? '–' : span(report.acceptedMinutes)],
  ] as const
  return (
    <>
      <dl className={classes.figures}>
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {report.tiers.length > 0 && (
        <section className={classes.tiers} aria-labelledby="report-tiers">
          <h2 id="report-tiers" className={classes.heading}>
            {t('tiers')}
          </h2>
          <p className={classes.dim}>{t('tiersHelp')}</p>
          <ul>
            {report.tiers.map((tier) => (
              <li key={tier.tier}>
                <span>{t('tier', { tier: tier.tier })}</span>
                <span className={classes.bar} aria-hidden>
                  <span style={{ width: `${(tier.minutes / longest) * 100}%` }} />
                </span>
                <span className={classes.figure}>
                  {span(tier.minutes)} <span className={classes.dim}>{t('tickets', { count: tier.tickets })}</span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function useSpan() {
  const { t } = useTranslation('escalationReport')
  return (minutes: number) => {
    if (minutes < 90) return t('minutes', { count: Math.round(minutes) })
    if (minutes < 60 * 48) return t('hours', { count: Math.round(minutes / 60) })
    return t('ofDays', { count: Math.round(minutes / 1440) })
  }
}
