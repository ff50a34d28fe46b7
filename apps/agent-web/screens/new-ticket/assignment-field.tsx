import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Assignment, useAssignChoices } from '../../../../rooms/ticket/web/index.ts'
import { NobodyAvatar, PersonAvatar } from '../../../../web-kit/ui/person-avatar.tsx'
import { Picker } from '../../../../web-kit/ui/picker.tsx'
import { PillButton } from '../../../../web-kit/ui/pill-button.tsx'
import classes from './new-ticket-form.module.css'

interface Named {
  id: number
  name: string
}
interface Props {
  team: Named | null
  assignee: Named | null
  onChange: (assignment: Assignment) => void
}

export function AssignmentField({ team, assignee, onChange }: Props) {
  const { t } = useTranslation('agent')
  const [opened, setOpened] = useState(false)
  const { choices, pick } = useAssignChoices(team?.id, opened)
  const words = [assignee?.name, team?.name].filter(Boolean).join(' · ')
  return (
    <div className={classes.field}>
      <span className={classes.label}>{t('new.assignment')}</span>
      <Picker
        label={t('new.assignment')}
        opened={opened}
        onOpen={setOpened}
        choices={choices}
        chosen={[assignee ? `person ${assignee.id}` : 'nobody', ...(team ? [`team ${team.id}`] : [])]}
        onPick={(value) => onChange(pick(value))}
        width={320}
      >
        <PillButton
          icon={assignee ? <PersonAvatar name={assignee.name} size={18} /> : <NobodyAvatar size={16} />}
          aria-haspopup="listbox"
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {words || t('new.assignmentNone')}
        </PillButton>
      </Picker>
    </div>
  )
}
