import { Button, Group, Modal, MultiSelect, Radio, Stack, TextInput, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../web-kit/api/api.ts'
import { stale, useApi } from '../../../web-kit/api/use-api.ts'
import { FormProblem } from '../../../web-kit/forms/form-problem.tsx'
import { useForm } from '../../../web-kit/forms/use-form.ts'
import { toast } from '../../../web-kit/ui/toast.tsx'
import { getMe, listTeams } from '../../people/contract/http.ts'
import { changeViewEndpoint, createView, getWorkLists, sharings, type View } from '../contract/http.ts'
import type { ListMeaning } from './list-state.ts'
import classes from './save-view.module.css'
import { viewIcons } from './view-icons.ts'

interface Props {
  /** The view to change; a new one when undefined. */
  view: View | undefined
  meaning: ListMeaning
  onClose: () => void
  onSaved: (view: View) => void
}

/** Gives what the list shows a name, an icon, and people to share it with. */
export function SaveView({ view, meaning, onClose, onSaved }: Props) {
  const { t } = useTranslation('desk')
  const me = useApi(getMe, {}, { staleMs: 300_000 }).data
  const teams = useApi(listTeams, {}, { staleMs: 60_000 }).data?.items ?? []
  const [icon, setIcon] = useState(view?.icon ?? 'list')
  const [sharing, setSharing] = useState<View['sharing']>(view?.sharing ?? 'private')
  const [teamIds, setTeamIds] = useState<string[]>(view?.teams.map((team) => String(team.id)) ?? [])
  const mayShare = me?.permissions.includes('desk.shareViews') ?? false
  const form = useForm({
    initial: { name: view?.name ?? '' },
    check: ({ name }) => (name.trim() ? {} : { name: t('view.nameMissing') }),
    submit: async ({ name }) => {
      const sharedWith = sharing === 'teams' ? { teams: teamIds.map(Number) } : {}
      const plain = { name: name.trim(), icon, ...(mayShare ? { sharing, ...sharedWith } : {}) }
      const { filter, sort, columns } = meaning
      const saved = view
        ? await api(changeViewEndpoint, { params: { id: view.id }, body: plain, ifMatch: view.version })
        : await api(createView, { body: { ...plain, filter, sort, columns: [...columns] } })
      await stale(getWorkLists)
      toast.done(t('view.saved', { name: saved.name }))
      onSaved(saved)
      onClose()
    },
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={view ? t('view.edit') : t('view.save')}
      closeButtonProps={{ 'aria-label': t('kit:close') }}
    >
      <form {...form.props}>
        <Stack gap="md">
          <TextInput label={t('view.name')} required data-autofocus maxLength={80} {...form.field('name')} />
          <div role="radiogroup" aria-label={t('view.icon')} className={classes.icons}>
            {Object.entries(viewIcons).map(([name, Icon]) => (
              <UnstyledButton
                key={name}
                role="radio"
                aria-checked={icon === name}
                aria-label={t(`view.icons.${name}`)}
                className={classes.icon}
                onClick={() => setIcon(name)}
              >
                <Icon size={18} stroke={1.6} aria-hidden />
              </UnstyledButton>
            ))}
          </div>
          <Radio.Group
            label={t('view.sharing')}
            description={mayShare ? undefined : t('view.noSharing')}
            value={sharing}
            onChange={(value) => setSharing(value as View['sharing'])}
          >
            <Stack gap={6} mt={6}>
              {sharings.map((one) => (
                <Radio
                  key={one}
                  value={one}
                  label={t(`view.shared.${one}`)}
                  disabled={!mayShare && one !== 'private'}
                />
              ))}
            </Stack>
          </Radio.Group>
          {sharing === 'teams' && (
            <MultiSelect
              label={t('view.teams')}
              required
              data={teams.map((team) => ({ value: String(team.id), label: team.name }))}
              value={teamIds}
              onChange={setTeamIds}
            />
          )}
          <FormProblem problem={form.problem} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('kit:cancel')}
            </Button>
            <Button type="submit" loading={form.busy}>
              {t('kit:save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
