import { Select, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { RecordForm } from '../../../../web-kit/forms/record-form.tsx'
import { useRemove } from '../../../../web-kit/forms/use-remove.ts'
import { useSaveForm } from '../../../../web-kit/forms/use-save-form.ts'
import { Folding } from '../../../../web-kit/ui/folding.tsx'
import { priorities } from '../../../ticket/contract/shapes.ts'
import {
  createTeamAgreement,
  deleteTeamAgreement,
  listPolicyVersions,
  listTeamAgreements,
  putTeamAgreement,
  type TeamAgreement,
  type TeamContent,
} from '../../contract/http.ts'
import { CountingFields } from './counting-fields.tsx'
import { GoalsTable } from './goals-table.tsx'
import { countingContent, countingOf, goalOf, goalWords, isFraction, oddGoals } from './policy-values.ts'
import { useChoices } from './use-policy-words.ts'
import { Versions } from './versions.tsx'

interface Props {
  agreement: TeamAgreement | undefined
  /** Teams that have one. */
  taken: readonly number[]
  onDone: () => void
}

const usual: TeamContent = {
  calendarId: null,
  pauseOn: ['waiting_requester', 'waiting_vendor', 'waiting_until'],
  warnAt: [80],
  goals: { critical: 120, high: 270, moderate: 1080, low: 1620 },
}

/** How long a team may have a ticket, by its priority. */
export function AgreementForm({ agreement, taken, onDone }: Props) {
  const { t } = useTranslation('slaAdmin')
  const { teams } = useChoices()
  const content = agreement?.content ?? usual
  const form = useSaveForm({
    initial: {
      teamId: agreement ? String(agreement.team.id) : (null as string | null),
      ...countingOf(content, agreement?.active ?? true),
      applyTo: 'new',
      ...goalWords((priority, name) => (name === 'team' ? content.goals[priority] : null)),
    },
    version: agreement?.version,
    check: (v) => ({
      ...(v.teamId ? {} : { teamId: t('kit:form.missing') }),
      ...oddGoals(v, ['team'], t('oddTime')),
      ...(v.warnAt.every(isFraction) ? {} : { warnAt: t('oddFraction') }),
    }),
    save: (v, matching) => {
      const goals = Object.fromEntries(priorities.map((priority) => [priority, goalOf(v, priority, 'team')]))
      const body = {
        teamId: Number(v.teamId),
        active: v.active,
        content: { ...countingContent(v), goals: goals as TeamContent['goals'] },
        applyTo: v.applyTo as 'new' | 'open',
      }
      return agreement
        ? api(putTeamAgreement, { params: { id: agreement.id }, body, ...matching })
        : api(createTeamAgreement, { body })
    },
    refresh: [listTeamAgreements, listPolicyVersions],
    done: (saved) => t('saved', { name: saved.team.name, version: saved.version }),
    onDone,
  })
  const remove = useRemove(deleteTeamAgreement, {
    params: { id: agreement?.id ?? 0 },
    label: t('remove'),
    ask: { title: t('removeTitle', { name: agreement?.team.name }), body: t('removeBody') },
    refresh: [listTeamAgreements],
    done: t('removed', { name: agreement?.team.name }),
    onDone,
  })
  return (
    <>
      <RecordForm
        form={form}
        submitLabel={agreement ? undefined : t('agreements.add')}
        onCancel={onDone}
        remove={agreement && remove}
      >
        {!agreement && (
          <Select
            label={t('team')}
            required
            searchable
            data={teams
              .filter((team) => !taken.includes(team.id))
              .map(({ id, name }) => ({ value: String(id), label: name }))}
            {...form.field('teamId')}
          />
        )}
        <Switch label={t('active')} {...form.toggle('active')} />
        <GoalsTable columns={[{ name: 'team', title: t('goal.team') }]} field={(key) => form.field(key)} />
        <CountingFields form={form} />
        <Select
          label={t('applyTo')}
          allowDeselect={false}
          data={(['new', 'open'] as const).map((value) => ({ value, label: t(`applies.${value}`) }))}
          {...form.field('applyTo')}
        />
      </RecordForm>
      {agreement && (
        <Folding title={t('versions')} open={false}>
          <Versions id={agreement.id} onDone={onDone} />
        </Folding>
      )}
    </>
  )
}
