import { Badge } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../web-kit/api/use-api.ts'
import { useEditing } from '../../../web-kit/forms/use-editing.ts'
import type { Column } from '../../../web-kit/list/data-table.tsx'
import { ManageList } from '../../../web-kit/list/manage-list.tsx'
import { EditorDrawer } from '../../../web-kit/ui/editor-drawer.tsx'
import { listTeams } from '../../people/contract/http.ts'
import { listMailboxes, type Mailbox } from '../contract/http.ts'
import classes from './mail-admin.module.css'
import { MailboxEditor } from './mailbox-editor.tsx'
import './strings.ts'

/** The addresses people write to, and where their mail goes. */
export function MailboxesPanel() {
  const { t } = useTranslation('intake')
  const { editing, open, close } = useEditing()
  const [search, setSearch] = useState('')
  const list = useApi(listMailboxes, {})
  const teams = useApi(listTeams, {})
  const rows = list.data?.items.filter((box) =>
    `${box.address} ${box.name}`.toLowerCase().includes(search.trim().toLowerCase()),
  )
  const columns: Column<Mailbox>[] = [
    {
      key: 'address',
      title: t('mailbox.address'),
      cell: (box) => (
        <>
          <button type="button" className={classes.link} onClick={() => open(box.id)}>
            {box.address}
          </button>
          <div className={classes.small}>{box.name}</div>
        </>
      ),
    },
    {
      key: 'team',
      title: t('mailbox.team'),
      wideOnly: true,
      cell: (box) =>
        teams.data?.items.find((team) => team.id === box.team)?.name ?? (
          <span className={classes.dim}>{t('mailbox.noTeam')}</span>
        ),
    },
    {
      key: 'state',
      title: t('stateTitle'),
      cell: (box) =>
        box.active ? (
          <Badge variant="light">{t('mailbox.active')}</Badge>
        ) : (
          <Badge variant="light" color="gray">
            {t('mailbox.inactive')}
          </Badge>
        ),
    },
  ]
  const edited = list.data?.items.find((box) => box.id === editing)
  return (
    <>
      <ManageList
        label={t('mailbox.list')}
        rows={rows}
        error={list.error}
        retry={() => void list.refetch()}
        columns={columns}
        keyOf={(box) => box.id}
        onOpen={(box) => open(box.id)}
        search={{ value: search, set: setSearch, placeholder: t('mailbox.find') }}
        add={{ label: t('mailbox.add'), run: () => open('new') }}
        empty={{ icon: <IconMail />, title: t('mailbox.none'), help: t('mailbox.noneHelp') }}
      />
      <EditorDrawer
        opened={editing !== undefined}
        title={editing === 'new' ? t('mailbox.add') : (edited?.address ?? t('mailbox.one'))}
        onClose={close}
      >
        {(editing === 'new' || edited) && (
          <MailboxEditor key={edited?.id ?? 'new'} mailbox={edited} onDone={close} onAdded={open} />
        )}
      </EditorDrawer>
    </>
  )
}
