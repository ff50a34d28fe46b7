import { Button, Input, SegmentedControl, Switch, Textarea, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { stale } from '../../../../web-kit/api/use-api.ts'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import { FormActions } from '../../../../web-kit/forms/form-actions.tsx'
import { FormProblem } from '../../../../web-kit/forms/form-problem.tsx'
import { useForm } from '../../../../web-kit/forms/use-form.ts'
import { useUnsavedGuard } from '../../../../web-kit/forms/use-unsaved-guard.ts'
import { confirm } from '../../../../web-kit/ui/confirm.tsx'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import { changeTeam, createTeam, deleteTeam, listTeams, type Team } from '../../contract/http-teams.ts'
import classes from './people-admin.module.css'

interface Props {
  team?: Team
  onDone: (team: Team) => void
  onCancel: () => void
}

/** What a team is; its members are edited beside it. */
export function TeamForm({ team, onDone, onCancel }: Props) {
  const { t } = useTranslation('peopleAdmin')
  const form = useForm({
    initial: {
      name: team?.name ?? '',
      tier: String(team?.tier ?? 1),
      private: team?.visibility === 'members',
      description: team?.description ?? '',
    },
    check: (values) => ({ ...(values.name.trim() ? {} : { name: t('kit:form.missing') }) }),
    submit: async (values) => {
      const body = {
        name: values.name.trim(),
        tier: Number(values.tier),
        visibility: values.private ? ('members' as const) : ('everyone' as const),
        description: values.description,
      }
      const saved = team
        ? await api(changeTeam, { params: { id: team.id }, body, ifMatch: team.version })
        : await api(createTeam, { body })
      await stale(listTeams)
      toast.done(t(team ? 'saved' : 'added', { name: saved.name }))
      setTimeout(() => onDone(saved))
    },
  })
  useUnsavedGuard(form.dirty && !form.busy)
  const remove = useSend(deleteTeam, {
    refresh: [listTeams],
    onDone: () => {
      toast.done(t('deleted', { name: team?.name }))
      onCancel()
    },
  })
  async function askToDelete() {
    if (!team) return
    const yes = await confirm({
      title: t('deleteTitle', { name: team.name }),
      body: t('team.deleteBody'),
      confirmLabel: t('delete'),
      danger: true,
    })
    if (yes) remove.mutate({ params: { id: team.id } })
  }
  return (
    <form {...form.props} className={classes.form}>
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
      <FormProblem problem={form.problem} />
      <div className={classes.badges}>
        <FormActions busy={form.busy} onCancel={onCancel} {...(team ? {} : { submitLabel: t('team.add') })} />
        {team && (
          <Button
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={16} aria-hidden />}
            loading={remove.isPending}
            onClick={() => void askToDelete()}
          >
            {t('delete')}
          </Button>
        )}
      </div>
    </form>
  )
}
