import { Button, Select, Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '../../../web-kit/api/api.ts'
import { stale } from '../../../web-kit/api/use-api.ts'
import { FormProblem } from '../../../web-kit/forms/form-problem.tsx'
import { useForm } from '../../../web-kit/forms/use-form.ts'
import { dayAndTimeIn } from '../../../web-kit/i18n/formats.ts'
import { toast } from '../../../web-kit/ui/toast.tsx'
import { useMe } from '../../people/web/index.ts'
import { getOnCall, type OnCallSchedule, setOverride } from '../contract/http.ts'
import classes from './oncall.module.css'
import type { Shift } from './shift-line.tsx'

/** The stretch of a layer that was picked. */
export interface Change {
  layer: string
  shift: Shift
}

interface Props {
  schedule: OnCallSchedule
  change?: Change | undefined
  onDone: () => void
}

const quarterMs = 15 * 60_000

/** `2026-03-02T09:00`, as a field for time and day wants it, here. */
const local = (at: Date) => new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
const nextQuarter = () => new Date(Math.ceil(Date.now() / quarterMs) * quarterMs)
const inDays = (days: number) => {
  const at = new Date()
  at.setDate(at.getDate() + days)
  at.setHours(9, 0, 0, 0)
  return at
}
const ordered = (from: string, to: string) => Date.parse(from) < Date.parse(to)
const later = (a: Date, b: Date) => (a > b ? a : b)

/** Somebody takes a time over, or two people swap theirs. */
export function OverrideForm({ schedule, change, onDone }: Props) {
  const { t } = useTranslation('oncall')
  const { me } = useMe()
  const picked = change?.shift
  const has = (id: number | undefined) => schedule.persons.some((one) => one.id === id)
  const form = useForm({
    initial: {
      layer: change?.layer ?? schedule.layers[0]?.key ?? '',
      // Mostly one takes over oneself.
      person: me && has(me.id) && picked?.person?.id !== me.id ? String(me.id) : '',
      from: local(picked ? later(new Date(picked.from), nextQuarter()) : inDays(1)),
      to: local(picked ? new Date(picked.to) : inDays(2)),
      reason: '',
      swap: false,
      swapPerson: picked?.person && has(picked.person.id) ? String(picked.person.id) : '',
      swapFrom: local(inDays(8)),
      swapTo: local(inDays(9)),
    },
    check: (v) => ({
      ...(v.person ? {} : { person: t('kit:form.missing') }),
      ...(ordered(v.from, v.to) ? {} : { to: t('over.times') }),
      ...(v.swap && !v.swapPerson ? { swapPerson: t('kit:form.missing') } : {}),
      ...(v.swap && !ordered(v.swapFrom, v.swapTo) ? { swapTo: t('over.times') } : {}),
    }),
    submit: async (v) => {
      const time = (person: string, from: string, to: string) => ({
        person: Number(person),
        from: new Date(from).toISOString(),
        to: new Date(to).toISOString(),
      })
      await api(setOverride, {
        params: { id: schedule.id },
        body: {
          layer: v.layer,
          ...time(v.person, v.from, v.to),
          ...(v.reason.trim() ? { reason: v.reason.trim() } : {}),
          ...(v.swap ? { inExchange: time(v.swapPerson, v.swapFrom, v.swapTo) } : {}),
        },
      })
      void stale(getOnCall)
      toast.done(t('over.saved'))
      onDone()
    },
  })
  const { values, set } = form
  const people = schedule.persons.map((person) => ({ value: String(person.id), label: person.name }))
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  const said = (at: string) => dayAndTimeIn(new Date(at), schedule.timeZone)
  return (
    <form {...form.props} className={classes.form}>
      {picked && (
        <p className={classes.dim}>
          {t('over.instead', {
            name: picked.person?.name ?? t('nobody'),
            from: said(picked.from),
            to: said(picked.to),
          })}
        </p>
      )}
      {schedule.layers.length > 1 && (
        <Select
          label={t('over.layer')}
          allowDeselect={false}
          data={schedule.layers.map((layer) => ({ value: layer.key, label: layer.name }))}
          value={values.layer}
          onChange={(value) => set('layer', value ?? '')}
        />
      )}
      <Select label={t('over.person')} required searchable data={people} {...form.field('person')} />
      <Times from={form.field('from')} to={form.field('to')} />
      {here !== schedule.timeZone && <p className={classes.dim}>{t('over.zone', { here, zone: schedule.timeZone })}</p>}
      <TextInput label={t('over.reason')} maxLength={500} {...form.field('reason')} />
      <Switch label={t('over.swap')} {...form.toggle('swap')} />
      {values.swap && (
        <>
          <Select label={t('over.swapPerson')} required searchable data={people} {...form.field('swapPerson')} />
          <Times from={form.field('swapFrom')} to={form.field('swapTo')} />
        </>
      )}
      <FormProblem problem={form.problem} />
      <Button type="submit" style={{ alignSelf: 'flex-start' }} loading={form.busy}>
        {t(values.swap ? 'over.saveSwap' : 'over.save')}
      </Button>
    </form>
  )
}

function Times({ from, to }: { from: object; to: object }) {
  const { t } = useTranslation('oncall')
  return (
    <div className={classes.pair}>
      <TextInput type="datetime-local" label={t('over.from')} {...from} />
      <TextInput type="datetime-local" label={t('over.to')} {...to} />
    </div>
  )
}
