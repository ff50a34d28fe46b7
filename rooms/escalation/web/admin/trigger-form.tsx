import { MultiSelect, NumberInput, Select, Switch, TagsInput, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { RecordForm } from '../../../../web-kit/forms/record-form.tsx'
import { useRemove } from '../../../../web-kit/forms/use-remove.ts'
import { useSaveForm } from '../../../../web-kit/forms/use-save-form.ts'
import { VersionList } from '../../../../web-kit/manage/version-list.tsx'
import { Folding } from '../../../../web-kit/ui/folding.tsx'
import { listServices } from '../../../catalog/contract/http.ts'
import { listLadders } from '../../../oncall/contract/http.ts'
import { listRoles, listTeams } from '../../../people/contract/http.ts'
import { priorities } from '../../../ticket/contract/shapes.ts'
import {
  createTrigger,
  listTriggers,
  listTriggerVersions,
  removeTrigger,
  restoreTriggerVersion,
  saveTrigger,
  type Trigger,
  type TriggerKind,
  triggerKinds,
} from '../../contract/http-triggers.ts'
import { TriggerPreview } from './trigger-preview.tsx'
import { ruleOf, valuesOf } from './trigger-values.ts'
import { useTriggerWords } from './trigger-words.ts'

interface Props {
  trigger: Trigger | undefined
  onDone: () => void
}

/** When it fires, for which tickets, and whom it tells, with what it would have done in the last 30 days. */
export function TriggerForm({ trigger, onDone }: Props) {
  const { t } = useTranslation('escalationAdmin')
  const teams = useApi(listTeams, {}, { staleMs: 60_000 }).data?.items ?? []
  const services = useApi(listServices, {}, { staleMs: 60_000 }).data?.items ?? []
  const roles = useApi(listRoles, {}, { staleMs: 60_000 }).data?.items ?? []
  const ladders = useApi(listLadders, {}, { staleMs: 60_000 }).data?.items ?? []
  const people = new Map(
    teams.flatMap((team) => team.members.filter((one) => one.active).map((one) => [String(one.id), one.name])),
  )
  const form = useSaveForm({
    initial: valuesOf(trigger),
    version: trigger?.version,
    check: (v) => ({
      ...(v.name.trim() ? {} : { name: t('kit:form.missing') }),
      ...(v.kind === 'keyword' && v.words.length === 0 ? { words: t('kit:form.missing') } : {}),
      ...(v.kind === 'priority' && v.wanted.length === 0 ? { wanted: t('kit:form.missing') } : {}),
      ...(v.leads || v.persons.length > 0 || v.role || v.ladder ? {} : { leads: t('trigger.nobody') }),
    }),
    save: (v, matching) => {
      const body = { name: v.name.trim(), active: v.active, rule: ruleOf(v) }
      return trigger
        ? api(saveTrigger, { params: { id: trigger.id }, body, ...matching })
        : api(createTrigger, { body })
    },
    refresh: [listTriggers, listTriggerVersions],
    done: (saved) => t('trigger.saved', { name: saved.name }),
    onDone,
  })
  const remove = useRemove(removeTrigger, {
    params: { id: trigger?.id ?? 0 },
    label: t('trigger.remove'),
    ask: { title: t('trigger.removeTitle', { name: trigger?.name }), body: t('trigger.removeBody') },
    refresh: [listTriggers],
    done: t('trigger.removed', { name: trigger?.name }),
    onDone,
  })
  const { values, set } = form
  const { kind } = values
  const [settled] = useDebouncedValue(values, 400)
  const ids = (rows: readonly { id: number; name: string }[]) =>
    rows.map((one) => ({ value: String(one.id), label: one.name }))
  return (
    <>
      <RecordForm
        form={form}
        submitLabel={trigger ? undefined : t('trigger.words.add')}
        onCancel={onDone}
        remove={trigger && remove}
      >
        <TextInput label={t('trigger.name')} required maxLength={120} {...form.field('name')} data-autofocus />
        <Switch label={t('trigger.active')} {...form.toggle('active')} />
        <Select
          label={t('trigger.when')}
          allowDeselect={false}
          data={triggerKinds.map((one) => ({ value: one, label: t(`trigger.kinds.${one}`) }))}
          value={kind}
          onChange={(one) => set('kind', (one ?? 'priority') as TriggerKind)}
        />
        {kind === 'priority' && (
          <MultiSelect
            label={t('trigger.wanted')}
            data={priorities.map((one) => ({ value: one, label: t(`kit:priority.${one}`) }))}
            {...form.field('wanted')}
          />
        )}
        {kind === 'keyword' && (
          <TagsInput
            label={t('trigger.keywords')}
            description={t('trigger.keywordsHelp')}
            maxTags={50}
            acceptValueOnBlur
            {...form.field('words')}
          />
        )}
        {(kind === 'reopened' || kind === 'returned' || kind === 'similar') && (
          <NumberInput label={t('trigger.times')} min={1} max={50} allowDecimal={false} {...form.field('times')} />
        )}
        {kind === 'sla' && (
          <NumberInput
            label={t('trigger.percent')}
            description={t('trigger.percentHelp')}
            min={1}
            max={100}
            suffix=" %"
            allowDecimal={false}
            {...form.field('percent')}
          />
        )}
        {(kind === 'idle' || kind === 'similar') && (
          <NumberInput label={t('trigger.within')} min={1} allowDecimal={false} {...form.field('minutes')} />
        )}
        <MultiSelect
          label={t('trigger.onlyTeams')}
          placeholder={values.teams.length === 0 ? t('trigger.any') : ''}
          searchable
          data={ids(teams)}
          {...form.field('teams')}
        />
        <MultiSelect
          label={t('trigger.onlyServices')}
          placeholder={values.services.length === 0 ? t('trigger.any') : ''}
          searchable
          data={ids(services)}
          {...form.field('services')}
        />
        <Switch label={t('trigger.leads')} description={t('trigger.leadsHelp')} {...form.toggle('leads')} />
        <MultiSelect
          label={t('trigger.persons')}
          searchable
          data={[...people].map(([value, label]) => ({ value, label }))}
          {...form.field('persons')}
        />
        <Select label={t('trigger.role')} clearable data={ids(roles)} {...form.field('role')} />
        {ladders.length > 0 && (
          <Select
            label={t('trigger.ladder')}
            description={t('trigger.ladderHelp')}
            clearable
            data={ids(ladders)}
            {...form.field('ladder')}
          />
        )}
        <TriggerPreview rule={ruleOf(settled)} />
      </RecordForm>
      {trigger && (
        <Folding title={t('versions')} open={false}>
          <Versions id={trigger.id} onDone={onDone} />
        </Folding>
      )}
    </>
  )
}

function Versions({ id, onDone }: { id: number; onDone: () => void }) {
  const { t } = useTranslation('escalationAdmin')
  const words = useTriggerWords()
  const versions = useApi(listTriggerVersions, { params: { id } }).data?.items ?? []
  return (
    <VersionList
      versions={versions}
      restoring={{
        endpoint: restoreTriggerVersion,
        params: { id },
        refresh: [listTriggers, listTriggerVersions],
        onDone,
      }}
      head={(one) => ({
        key: one.version,
        label: t('version', { version: one.version }),
        by: one.savedBy,
        at: one.savedAt,
      })}
    >
      {(one) => (
        <p>
          {one.name}: {words(one.rule.when)}
          {!one.active && ` (${t('trigger.off')})`}
        </p>
      )}
    </VersionList>
  )
}
