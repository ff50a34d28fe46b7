import { Badge } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../web-kit/api/use-api.ts'
import type { Column } from '../../../web-kit/list/data-table.tsx'
import manage from '../../../web-kit/manage/manage.module.css'
import { ManagePanel } from '../../../web-kit/manage/manage-panel.tsx'
import { useFound } from '../../../web-kit/manage/use-found.ts'
import { listTeams } from '../../people/contract/http.ts'
import { listMailDoors } from '../contract/doors.ts'
import { listMailboxes, type Mailbox } from '../contract/http.ts'
import { MailboxEditor } from './mailbox-editor.tsx'
import { DoorState } from './receiving/door-state.tsx'
import './strings.ts'

/** The addresses people write to, where their mail goes, and whether it comes in. */
export function MailboxesPanel() {
  const { t } = useTranslation('intake')
  const list = useApi(listMailboxes, {})
  const teams = useApi(listTeams, {})
  const doors = useApi(listMailDoors, {})
  const { rows, search } = useFound(list.data?.items, (box) => `${box.address}\n${box.name}`)
  const columns: Column<Mailbox>[] = [
    {
      key: 'address',
      title: t('mailbox.address'),
      opens: true,
      cell: (box) => box.address,
      beside: (box) =>
        !box.active && (
          <Badge variant="light" color="gray">
            {t('mailbox.inactive')}
          </Badge>
        ),
    },
    { key: 'name', title: t('mailbox.name'), wideOnly: true, cell: (box) => box.name },
    {
      key: 'team',
      title: t('mailbox.team'),
      wideOnly: true,
      cell: (box) =>
        teams.data?.items.find((team) => team.id === box.team)?.name ?? (
          <span className={manage.dim}>{t('mailbox.noTeam')}</span>
        ),
    },
    {
      key: 'receiving',
      title: t('section.receiving'),
      cell: (box) => {
        const door = doors.data?.items.find((one) => one.mailbox?.id === box.id)
        if (door) return <DoorState state={door.state} kind={door.kind} />
        return <span className={manage.dim}>{t('mailbox.handedOver')}</span>
      },
    },
  ]
  return (
    <ManagePanel
      reading={list}
      rows={rows}
      columns={columns}
      words={(key) => t(`mailbox.${key}`)}
      icon={<IconMail />}
      nameOf={(box) => box.address}
      search={search}
      editorSize={560}
      editor={(box, { open, close }) => (
        <MailboxEditor key={box?.id ?? 'new'} mailbox={box} onDone={close} onAdded={open} />
      )}
    />
  )
}
