import { Input, SegmentedControl, Switch, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { RecordForm } from '../../../../web-kit/forms/record-form.tsx'
import { useRemove } from '../../../../web-kit/forms/use-remove.ts'
import { useSaveForm } from '../../../../web-kit/forms/use-save-form.ts'
import { changeTeam, createTeam, deleteTeam, listTeams, type Team } from '../../contract/http-teams.ts'

interface Props {
  team: Team | undefined
  onDone: (team: Team) => void
  onCancel: () => void
}

/** What a team is; its members are edited beside it. */
export function TeamForm({ team, onDone, onCancel }: Props) {
  const { t } = useTranslation('peopleAdmin')
  const form = useSaveForm({
    initial: {
      name: team?.name ?? '',
      tier: String(team?.tier ?? 1),
      private: team?.visibility === 'members',
      description: team?.description ?? '',
    },
    version: team?.version,
    check: (values) => ({ ...(values.name.trim() ? {} : { name: t('kit:form.missing') }) }),
    save: (values, matching) => {
      const body = {
        name: values.name.trim(),
        tier: Number(values.tier),
        visibility: values.private ? ('members' as const) : ('everyone' as const),
        description: values.description,
      }
      return team ? api(changeTeam, { params: { id: team.id }, body, ...matching }) : api(createTeam, { body })
    },
    refresh: [listTeams],
    done: (saved) => t(team ? 'saved' : 'added', { name: saved.name }),
    onDone,
  })
  const remove = useRemove(deleteTeam, {
    params: { id: team?.id ?? 0 },
    label: t('delete'),
    ask: { title: t('deleteTitle', { name: team?.name }), body: t('team.deleteBody') },
    refresh: [listTeams],
    done: t('deleted', { name: team?.name }),
    onDone: onCancel,
  })
  return (
    <RecordForm form={form} submitLabel={team ? undefined : t('team.add')} onCancel={onCancel} remove={team && remove}>
      <TextInput label={t('team.name')} required maxLength={80} {...form.field('name')} data-autofocus />
      <Input.Wrapper label={t('team.tier')} description={t('team.tierHelp')} labelElement="div">
        <div style={{ marginTop: 6 }}>
          <SegmentedControl
            size="sm"
            aria-label={t('team.tier')}
            data={['1', '2', '3']}
            value={form.values.tier}
            onChange={(tier) => form.set('tier', tier)}
          />
        </div>
      </Input.Wrapper>
      <Switch label={t('team.isPrivate')} description={t('team.privateHelp')} {...form.toggle('private')} />
      <Textarea label={t('team.description')} minRows={2} maxLength={2000} {...form.field('description')} />
    </RecordForm>
  )
}
