import { Checkbox, Select, Switch } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { stale, useApi } from '../../../../web-kit/api/use-api.ts'
import { FormActions } from '../../../../web-kit/forms/form-actions.tsx'
import { FormProblem } from '../../../../web-kit/forms/form-problem.tsx'
import { useForm } from '../../../../web-kit/forms/use-form.ts'
import { ErrorState, TextSkeleton } from '../../../../web-kit/ui/states.tsx'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import { getPreferences, type Preferences, putPreferences } from '../../contract/http.ts'
import { PushHere } from './push-here.tsx'
import classes from './settings.module.css'
import './strings.ts'

interface Props {
  /** The card of the profile that it stands in. */
  frame: (title: string, lead: string, content: ReactNode) => ReactNode
}

/** What somebody is told of, by kind and way; when not; and which browsers show it. */
export function NoticeSettings({ frame }: Props) {
  const { t } = useTranslation('noticeSettings')
  const read = useApi(getPreferences, {})
  return frame(
    t('title'),
    t('lead'),
    <>
      {read.isPending && <TextSkeleton />}
      {read.error && <ErrorState error={read.error} retry={() => void read.refetch()} />}
      {read.data && <Form read={read.data} />}
      <PushHere />
    </>,
  )
}

const ways = ['bell', 'mail', 'push'] as const

function Form({ read }: { read: Preferences }) {
  const { t } = useTranslation('noticeSettings')
  const [kinds, setKinds] = useState(read.kinds)
  const form = useForm({
    initial: {
      kinds: JSON.stringify(read.kinds),
      mail: read.mail,
      digestAt: String(read.digestAt),
      quiet: read.quiet !== null,
      from: String(read.quiet?.from ?? 22 * 60),
      to: String(read.quiet?.to ?? 7 * 60),
    },
    submit: async (v) => {
      await api(putPreferences, {
        body: {
          kinds: kinds.map(({ kind, bell, mail, push }) => ({ kind, bell, mail, push })),
          mail: v.mail,
          digestAt: Number(v.digestAt),
          quiet: v.quiet ? { from: Number(v.from), to: Number(v.to) } : null,
        },
      })
      toast.done(t('saved'))
      await stale(getPreferences)
    },
  })
  const { values, set } = form
  // Requesters are mailed by the conversation itself.
  const mails = kinds.some((one) => one.mailable)
  const shown = ways.filter((way) => mails || way !== 'mail')
  const turn = (index: number, way: (typeof ways)[number], on: boolean) => {
    const next = kinds.map((one, at) => (at === index ? { ...one, [way]: on } : one))
    setKinds(next)
    set('kinds', JSON.stringify(next))
  }
  const hours = Array.from({ length: 48 }, (_, half) => ({
    value: String(half * 30),
    label: `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`,
  }))
  const time = (name: 'digestAt' | 'from' | 'to') => ({
    data: hours,
    allowDeselect: false,
    value: values[name],
    onChange: (value: string | null) => set(name, value ?? '0'),
  })
  return (
    <form {...form.props} className={classes.form}>
      <table className={classes.kinds}>
        <thead>
          <tr>
            <th scope="col">{t('what')}</th>
            {shown.map((way) => (
              <th scope="col" key={way} className={classes.way}>
                {t(way)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map((one, index) => (
            <tr key={one.kind}>
              <th scope="row">{t(`kinds.${one.kind}`)}</th>
              {shown.map((way) => (
                <td key={way} className={classes.way}>
                  {way === 'mail' && !one.mailable ? (
                    <span className={classes.none} title={t('notMailed')}>
                      –
                    </span>
                  ) : (
                    <Checkbox
                      checked={one[way]}
                      aria-label={t('cell', { what: t(`kinds.${one.kind}`), way: t(way) })}
                      onChange={(event) => turn(index, way, event.currentTarget.checked)}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {mails && (
        <div className={classes.pair}>
          <Select
            label={t('mailWay')}
            allowDeselect={false}
            data={(['each', 'digest', 'none'] as const).map((value) => ({ value, label: t(`mailWays.${value}`) }))}
            value={values.mail}
            onChange={(value) => set('mail', (value ?? 'each') as typeof values.mail)}
          />
          {values.mail === 'digest' && <Select label={t('digestAt')} {...time('digestAt')} />}
        </div>
      )}
      <Switch label={t('quiet')} description={t('quietHelp', { zone: read.timeZone })} {...form.toggle('quiet')} />
      {values.quiet && (
        <div className={classes.pair}>
          <Select label={t('from')} {...time('from')} />
          <Select label={t('to')} {...time('to')} />
        </div>
      )}
      <FormProblem problem={form.problem} />
      <FormActions busy={form.busy} />
    </form>
  )
}
