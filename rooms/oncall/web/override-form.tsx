import { Button, Select, Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '../../../web-kit/api/api.ts'
import { stale } from '../../../web-kit/api/use-api.ts'
import { FormProblem } from '../../../web-kit/forms/form-problem.tsx'
import { useForm } from '../../../web-kit/forms/use-form.ts'
import { toast } from '../../../web-kit/ui/toast.tsx'
import { getOnCall, type OnCallSchedule, setOverride } from '../contract/http.ts'
import classes from './oncall.module.css'

interface Props {
  schedule: OnCallSchedule
  onDone: () => void
}

/** `2026-03-02T09:00`, as a field for time and day wants it, here. */
const local = (at: Date) => new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
const tomorrow = (hour: number, days = 1) => {
  const at = new Date()
  at.setDate(at.getDate() + days)
  at.setHours(hour, 0, 0, 0)
  return local(at)
}
const ordered = (from: string, to: string) => Date.parse(from) < Date.parse(to)

/** Somebody takes a time over, or two people swap theirs. */
export function OverrideForm({ schedule, onDone }: Props) {
  const { t } = useTranslation('oncall')
  const form = useForm({
    initial: {
      layer: schedule.layers[0]?.key ?? '',
      person: '',
      from: tomorrow(9),
      to: tomorrow(9, 2),
      reason: '',
      swap: false,
      swapPerson: '',
      swapFrom: tomorrow(9, 8),
      swapTo: tomorrow(9, 9),
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
  return (
    <form {...form.props} className={classes.form}>
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
      <div className={classes.pair}>
        <TextInput type="datetime-local" label={t('over.from')} {...form.field('from')} />
        <TextInput type="datetime-local" label={t('over.to')} {...form.field('to')} />
      </div>
      <TextInput label={t('over.reason')} maxLength={500} {...form.field('reason')} />
      <Switch label={t('over.swap')} {...form.toggle('swap')} />
      {values.swap && (
        <>
          <Select label={t('over.swapPerson')} required searchable data={people} {...form.field('swapPerson')} />
          <div className={classes.pair}>
            <TextInput type="datetime-local" label={t('over.from')} {...form.field('swapFrom')} />
            <TextInput type="datetime-local" label={t('over.to')} {...form.field('swapTo')} />
          </div>
        </>
      )}
      <FormProblem problem={form.problem} />
      <Button type="submit" loading={form.busy}>
        {t('over.save')}
      </Button>
    </form>
  )
}
