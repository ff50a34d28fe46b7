import { Select, TagsInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import manage from '../../../../web-kit/manage/manage.module.css'
import { priorities } from '../../../ticket/contract/shapes.ts'
import type { Outcome } from '../../contract/http.ts'
import type { Choices } from './use-choices.ts'

interface Props {
  outcome: Outcome
  choices: Choices
  onChange: (outcome: Outcome) => void
}

const tiers = ['1', '2', '3']

/** Where tickets go that match. What is left empty, a later rule, the service or the mailbox says. */
export function OutcomeEditor({ outcome, choices, onChange }: Props) {
  const { t } = useTranslation('routingAdmin')
  const { teamId, tier, assigneeId, priority, tags, skills } = outcome
  const unsaid = t('outcome.unsaid')
  const clear = { clearable: true, clearButtonProps: { 'aria-label': t('outcome.clear') }, placeholder: unsaid }
  const id = (value: string | null) => (value === null ? null : Number(value))
  return (
    <>
      <div className={manage.pair}>
        <Select
          label={t('outcome.team')}
          searchable
          {...clear}
          data={choices.teams}
          value={teamId ? String(teamId) : null}
          onChange={(value) => onChange({ ...outcome, teamId: id(value), ...(value ? { tier: null } : {}) })}
        />
        <Select
          label={t('outcome.tier')}
          description={t('outcome.tierHelp')}
          {...clear}
          disabled={Boolean(teamId)}
          data={tiers.map((value) => ({ value, label: t('outcome.toTier', { tier: value }) }))}
          value={tier ? String(tier) : null}
          onChange={(value) => onChange({ ...outcome, tier: id(value) })}
        />
      </div>
      <div className={manage.pair}>
        <Select
          label={t('outcome.assignee')}
          description={t('outcome.assigneeHelp')}
          searchable
          {...clear}
          data={choices.colleagues}
          value={assigneeId ? String(assigneeId) : null}
          onChange={(value) => onChange({ ...outcome, assigneeId: id(value) })}
        />
        <Select
          label={t('outcome.priority')}
          description={t('outcome.priorityHelp')}
          {...clear}
          data={priorities.map((value) => ({ value, label: t(`kit:priority.${value}`) }))}
          value={priority ?? null}
          onChange={(value) => onChange({ ...outcome, priority: value as (typeof priorities)[number] | null })}
        />
      </div>
      <TagsInput
        label={t('outcome.skills')}
        description={t('outcome.skillsHelp')}
        placeholder={skills?.length ? '' : unsaid}
        maxTags={10}
        acceptValueOnBlur
        data={choices.skills}
        value={skills ?? []}
        onChange={(next) => onChange({ ...outcome, skills: next })}
      />
      <TagsInput
        label={t('outcome.tags')}
        placeholder={tags?.length ? '' : unsaid}
        maxTags={20}
        acceptValueOnBlur
        value={tags ?? []}
        onChange={(next) => onChange({ ...outcome, tags: next })}
      />
    </>
  )
}
