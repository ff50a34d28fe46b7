import { MultiSelect, Select, Switch, TagsInput, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { RecordForm } from '../../../../web-kit/forms/record-form.tsx'
import { useRemove } from '../../../../web-kit/forms/use-remove.ts'
import { useSaveForm } from '../../../../web-kit/forms/use-save-form.ts'
import manage from '../../../../web-kit/manage/manage.module.css'
import { Folding } from '../../../../web-kit/ui/folding.tsx'
import { kinds, priorities } from '../../../ticket/contract/shapes.ts'
import {
  createPolicy,
  deletePolicy,
  listPolicies,
  listPolicyVersions,
  type Policy,
  putPolicy,
} from '../../contract/http.ts'
import classes from './admin.module.css'
import { CountingFields } from './counting-fields.tsx'
import { GoalsTable } from './goals-table.tsx'
import { PolicyEffect } from './policy-effect.tsx'
import { bodyOf, goalNames, isFraction, oddGoals, type PolicyValues, valuesOf } from './policy-values.ts'
import { TrialPart } from './trial-part.tsx'
import { useChoices } from './use-policy-words.ts'
import { Versions } from './versions.tsx'

interface Props {
  policy: Policy | undefined
  onDone: () => void
}

/** For which tickets, what is promised, how it is counted; what it would take now, and what it would have done. */
export function PolicyForm({ policy, onDone }: Props) {
  const { t } = useTranslation('slaAdmin')
  const choices = useChoices()
  const check = (v: PolicyValues) => ({
    ...(v.name.trim() ? {} : { name: t('kit:form.missing') }),
    ...oddGoals(v, goalNames, t('oddTime')),
    ...(v.warnAt.every(isFraction) ? {} : { warnAt: t('oddFraction') }),
  })
  const form = useSaveForm({
    initial: valuesOf(policy),
    version: policy?.version,
    check,
    save: (v, matching) => {
      const body = { ...bodyOf(v), applyTo: v.applyTo as 'new' | 'open' }
      return policy ? api(putPolicy, { params: { id: policy.id }, body, ...matching }) : api(createPolicy, { body })
    },
    refresh: [listPolicies, listPolicyVersions],
    done: (saved) => t('saved', { name: saved.name, version: saved.version }),
    onDone,
  })
  const remove = useRemove(deletePolicy, {
    params: { id: policy?.id ?? 0 },
    label: t('remove'),
    ask: { title: t('removeTitle', { name: policy?.name }), body: t('removeBody') },
    refresh: [listPolicies],
    done: t('removed', { name: policy?.name }),
    onDone,
  })
  const [settled] = useDebouncedValue(form.values, 400)
  const sound = Object.keys(check(settled)).length === 0
  const named = (rows: readonly { id: number; name: string }[]) =>
    rows.map(({ id, name }) => ({ value: String(id), label: name }))
  const several = (field: 'services' | 'categories' | 'organisations' | 'teams') => (
    <MultiSelect
      label={t(`of.${field}`)}
      placeholder={form.values[field].length === 0 ? t('any') : ''}
      searchable
      data={named(choices[field])}
      {...form.field(field)}
    />
  )
  return (
    <>
      <RecordForm
        form={form}
        submitLabel={policy ? undefined : t('words.add')}
        onCancel={onDone}
        remove={policy && remove}
      >
        <TextInput label={t('name')} required maxLength={80} {...form.field('name')} data-autofocus />
        <Switch label={t('active')} {...form.toggle('active')} />
        <GoalsTable
          columns={goalNames.map((name) => ({ name, title: t(`goal.${name}`) }))}
          field={(key) => form.field(key)}
        />
        <CountingFields form={form} help={t('pauseOnHelp')} />
        <Select
          label={t('reopening')}
          allowDeselect={false}
          data={(['continue', 'anew'] as const).map((value) => ({ value, label: t(`reopenings.${value}`) }))}
          {...form.field('reopening')}
        />
        <fieldset className={manage.set}>
          <legend className={manage.legend}>{t('conditions')}</legend>
          <div className={manage.form}>
            <p className={classes.help}>{t('conditionsHelp')}</p>
            <div className={manage.pair}>
              <MultiSelect
                label={t('of.priorities')}
                placeholder={form.values.priorities.length === 0 ? t('any') : ''}
                data={priorities.map((value) => ({ value, label: t(`kit:priority.${value}`) }))}
                {...form.field('priorities')}
              />
              <MultiSelect
                label={t('of.kinds')}
                placeholder={form.values.kinds.length === 0 ? t('any') : ''}
                data={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
                {...form.field('kinds')}
              />
              {several('services')}
              {several('categories')}
              {several('organisations')}
              {several('teams')}
            </div>
            <TagsInput label={t('of.tags')} description={t('tagsHelp')} acceptValueOnBlur {...form.field('tags')} />
            <Switch label={t('onlyVip')} {...form.toggle('vip')} />
          </div>
        </fieldset>
        {sound && <PolicyEffect policyId={policy?.id ?? null} body={bodyOf(settled)} />}
        {sound && <TrialPart policyId={policy?.id ?? null} body={bodyOf(settled)} />}
        <Select
          label={t('applyTo')}
          allowDeselect={false}
          data={(['new', 'open'] as const).map((value) => ({ value, label: t(`applies.${value}`) }))}
          {...form.field('applyTo')}
        />
      </RecordForm>
      {policy && (
        <Folding title={t('versions')} open={false}>
          <Versions id={policy.id} onDone={onDone} />
        </Folding>
      )}
    </>
  )
}
