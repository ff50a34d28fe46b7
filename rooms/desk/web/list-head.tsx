import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconArrowsSort, IconColumns3, IconDeviceFloppy, IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSend } from '../../../web-kit/api/use-send.ts'
import { confirm } from '../../../web-kit/ui/confirm.tsx'
import { Picker } from '../../../web-kit/ui/picker.tsx'
import { PillButton } from '../../../web-kit/ui/pill-button.tsx'
import { toast } from '../../../web-kit/ui/toast.tsx'
import { whyNot } from '../../../web-kit/ui/why-not.ts'
import { sorts } from '../../ticket/contract/http.ts'
import { listColumns } from '../../ticket/web/index.ts'
import { changeViewEndpoint, deleteViewEndpoint, getWorkLists, putViewOrder, type View } from '../contract/http.ts'
import { type ListMeaning, type ListState, toggled } from './list-state.ts'
import { SaveView } from './save-view.tsx'
import classes from './ticket-list-panel.module.css'
import { useWorkLists } from './use-work-lists.ts'

interface Props {
  state: ListState
  view: View | undefined
  meaning: ListMeaning
  onState: (next: ListState) => void
}

/** The name of the list, its order and columns, and the ways to keep it. */
export function ListHead({ state, view, meaning, onState }: Props) {
  const { t } = useTranslation('desk')
  const [opened, setOpened] = useState<'sort' | 'columns'>()
  const [saving, setSaving] = useState<'new' | 'edit'>()
  const { sort, columns } = meaning
  const title = view?.name ?? (state.list ? t(`lists.${state.list}`) : t('list.custom'))
  return (
    <div className={classes.title}>
      <h1 className={classes.name}>{title}</h1>
      <div className={classes.tools}>
        <Picker
          label={t('list.sort')}
          opened={opened === 'sort'}
          onOpen={(open) => setOpened(open ? 'sort' : undefined)}
          choices={sorts.flatMap((one) => [
            { value: `-${one}`, label: t(`sort.-${one}`) },
            { value: one, label: t(`sort.${one}`) },
          ])}
          chosen={[sort]}
          onPick={(next) => onState({ ...state, sort: next })}
          position="bottom-end"
        >
          <PillButton
            bare
            icon={<IconArrowsSort size={15} stroke={1.7} />}
            aria-haspopup="listbox"
            aria-expanded={opened === 'sort'}
            onClick={() => setOpened('sort')}
          >
            {t(`sort.${sort}`)}
          </PillButton>
        </Picker>
        <Picker
          label={t('list.columns')}
          opened={opened === 'columns'}
          onOpen={(open) => setOpened(open ? 'columns' : undefined)}
          multiple
          choices={listColumns.map((column) => ({ value: column, label: t(`column.${column}`) }))}
          chosen={columns}
          onPick={(column) => onState({ ...state, columns: toggled(columns.join(','), column) ?? '' })}
          position="bottom-end"
        >
          <PillButton
            bare
            icon={<IconColumns3 size={15} stroke={1.7} />}
            aria-haspopup="listbox"
            aria-expanded={opened === 'columns'}
            onClick={() => setOpened('columns')}
          >
            {t('list.columns')}
          </PillButton>
        </Picker>
        {meaning.changed && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconDeviceFloppy size={15} />}
            onClick={() => setSaving('new')}
          >
            {t('view.save')}
          </Button>
        )}
        {view && <ViewMenu view={view} meaning={meaning} onState={onState} onEdit={() => setSaving('edit')} />}
      </div>
      {saving && (
        <SaveView
          view={saving === 'edit' ? view : undefined}
          meaning={meaning}
          onClose={() => setSaving(undefined)}
          onSaved={(saved) => onState({ view: saved.id })}
        />
      )}
    </div>
  )
}

interface MenuProps {
  view: View
  meaning: ListMeaning
  onState: (next: ListState) => void
  onEdit: () => void
}

function ViewMenu({ view, meaning, onState, onEdit }: MenuProps) {
  const { t } = useTranslation('desk')
  const change = useSend(changeViewEndpoint, { refresh: [getWorkLists] })
  const views = (useWorkLists().data?.views ?? []).map((one) => one.view.id)
  const place = views.indexOf(view.id)
  const order = useSend(putViewOrder, { refresh: [getWorkLists] })
  const move = (by: -1 | 1) => {
    const ids = views.filter((id) => id !== view.id)
    ids.splice(place + by, 0, view.id)
    order.mutate({ body: { ids } })
  }
  const remove = useSend(deleteViewEndpoint, { refresh: [getWorkLists] })
  const { allowed } = view.abilities.change
  const reason = whyNot(view.abilities.change)
  const update = async () => {
    const { filter, sort, columns } = meaning
    await change.mutateAsync({
      params: { id: view.id },
      body: { filter, sort, columns: [...columns] },
      ifMatch: view.version,
    })
    onState({ view: view.id })
    toast.done(t('view.saved', { name: view.name }))
  }
  const discard = async () => {
    const sure = await confirm({
      title: t('view.deleteTitle', { name: view.name }),
      body: t('view.deleteBody'),
      confirmLabel: t('view.delete'),
      danger: true,
    })
    if (!sure) return
    await remove.mutateAsync({ params: { id: view.id } })
    onState({ list: 'mine' })
  }
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('view.menu')}>
          <IconDots size={17} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={!allowed || !meaning.changed} onClick={() => void update()}>
          {t('view.update')}
        </Menu.Item>
        <Menu.Item disabled={!allowed} title={reason} onClick={onEdit}>
          {t('view.edit')}
        </Menu.Item>
        <Menu.Item disabled={place <= 0} closeMenuOnClick={false} onClick={() => move(-1)}>
          {t('view.up')}
        </Menu.Item>
        <Menu.Item disabled={place === views.length - 1} closeMenuOnClick={false} onClick={() => move(1)}>
          {t('view.down')}
        </Menu.Item>
        <Menu.Item disabled={!meaning.changed} onClick={() => onState({ view: view.id })}>
          {t('view.reset')}
        </Menu.Item>
        <Menu.Item disabled={!allowed} title={reason} color="red" onClick={() => void discard()}>
          {t('view.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
