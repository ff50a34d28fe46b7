import { Select, Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { RecordForm } from '../../../../web-kit/forms/record-form.tsx'
import { useRemove } from '../../../../web-kit/forms/use-remove.ts'
import { useSaveForm } from '../../../../web-kit/forms/use-save-form.ts'
import manage from '../../../../web-kit/manage/manage.module.css'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import {
  type Absence,
  changeAbsenceEndpoint,
  createAbsence,
  deleteAbsenceEndpoint,
  listAbsences,
} from '../../contract/http.ts'
import { fromField, inField } from './local-time.ts'

export interface Colleague {
  id: number
  name: string
}

interface Props {
  absence: Absence | undefined
  /** Who may be named: oneself alone, or the members of a team. */
  people: readonly Colleague[]
  /** Who could stand in. */
  colleagues: readonly Colleague[]
  onDone: () => void
}

/** From when to when somebody is away, and who stands in for them meanwhile. */
export function AbsenceForm({ absence, people, colleagues, onDone }: Props) {
  const { t } = useTranslation('routingAway')
  const only = people.length === 1 ? people[0] : undefined
  const form = useSaveForm({
    initial: {
      person: String(absence?.person.id ?? only?.id ?? ''),
      from: inField(absence ? new Date(absence.from) : new Date()),
      open: absence ? absence.until === null : false,
      until: absence?.until ? inField(new Date(absence.until)) : '',
      substituteId: absence?.substitute ? String(absence.substitute.id) : null,
      note: absence?.note ?? '',
    },
    version: absence?.version,
    check: ({ person, from, until, open }) => ({
      ...(person ? {} : { person: t('kit:form.missing') }),
      ...(from ? {} : { from: t('kit:form.missing') }),
      ...(!open && !until ? { until: t('kit:form.missing') } : {}),
      ...(!open && until && until <= from ? { until: t('endsEarly') } : {}),
    }),
    save: ({ person, from, until, open, substituteId, note }, matching) => {
      const body = {
        from: fromField(from),
        until: open ? null : fromField(until),
        substituteId: substituteId === null ? null : Number(substituteId),
        note: note.trim(),
      }
      return absence
        ? api(changeAbsenceEndpoint, { params: { id: absence.id }, body, ...matching })
        : api(createAbsence, { body: { ...body, personId: Number(person) } })
    },
    refresh: [listAbsences],
    done: (saved) => t('saved', { name: saved.person.name }),
    onDone,
  })
  const again = () =>
    absence &&
    void api(createAbsence, {
      body: {
        personId: absence.person.id,
        from: absence.from,
        until: absence.until,
        note: absence.note,
        substituteId: absence.substitute?.id ?? null,
      },
    }).catch(toast.problem)
  const remove = useRemove(deleteAbsenceEndpoint, {
    params: { id: absence?.id ?? 0 },
    label: t('remove'),
    refresh: [listAbsences],
    done: t('removed'),
    undo: again,
    onDone,
  })
  const { values } = form
  const options = (rows: readonly Colleague[]) => rows.map(({ id, name }) => ({ value: String(id), label: name }))
  return (
    <RecordForm
      form={form}
      submitLabel={absence ? undefined : t('add')}
      onCancel={onDone}
      remove={absence ? remove : undefined}
    >
      {!only && (
        <Select
          label={t('who')}
          required
          searchable
          disabled={absence !== undefined}
          data={options(people)}
          {...form.field('person')}
        />
      )}
      <div className={manage.pair}>
        <TextInput type="datetime-local" label={t('from')} required {...form.field('from')} />
        <TextInput
          type="datetime-local"
          label={t('until')}
          required={!values.open}
          disabled={values.open}
          {...form.field('until')}
        />
      </div>
      <Switch label={t('openEnd')} description={t('openEndHelp')} {...form.toggle('open')} />
      <Select
        label={t('substitute')}
        description={t('substituteHelp')}
        placeholder={t('noSubstitute')}
        clearable
        clearButtonProps={{ 'aria-label': t('noSubstitute') }}
        searchable
        data={options(colleagues.filter((one) => String(one.id) !== values.person))}
        {...form.field('substituteId')}
      />
      <TextInput label={t('note')} description={t('noteHelp')} maxLength={300} {...form.field('note')} />
    </RecordForm>
  )
}
