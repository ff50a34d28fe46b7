import { IconMessage2Bolt } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { usePages } from '../../../../web-kit/api/use-api.ts'
import { languages } from '../../../../web-kit/i18n/i18n.ts'
import type { Column } from '../../../../web-kit/list/data-table.tsx'
import manage from '../../../../web-kit/manage/manage.module.css'
import { ManagePanel } from '../../../../web-kit/manage/manage-panel.tsx'
import { useAsked } from '../../../../web-kit/manage/use-asked.ts'
import { CannedReplyForm } from './canned-reply-form.tsx'
import { type CannedReplyItem, listCannedReplies } from './canned-reply-item.ts'
import './strings.ts'

/** Texts for what is asked every day. */
export function CannedRepliesPanel() {
  const { t } = useTranslation('cannedReplies')
  const { search, query } = useAsked()
  const list = usePages(listCannedReplies, { query }, { keepPrevious: true })
  const columns: Column<CannedReplyItem>[] = [
    { key: 'title', title: t('name'), opens: true, cell: (reply) => reply.title },
    { key: 'team', title: t('team'), cell: (reply) => reply.team?.name ?? t('everyone') },
    {
      key: 'language',
      title: t('language'),
      wideOnly: true,
      cell: (reply) => languages.find(({ value }) => value === reply.language)?.label ?? t('any'),
    },
    {
      key: 'begins',
      title: t('begins'),
      wideOnly: true,
      cell: (reply) => <span className={manage.small}>{plainBeginning(reply.html)}</span>,
    },
  ]
  return (
    <ManagePanel
      reading={list}
      rows={list.data && list.items}
      columns={columns}
      words={(key) => t(key)}
      icon={<IconMessage2Bolt />}
      nameOf={(reply) => reply.title}
      search={search}
      editorSize={640}
      editor={(reply, { close }) => <CannedReplyForm key={reply?.id} reply={reply} onDone={close} />}
    />
  )
}

function plainBeginning(html: string): string {
  const text = new DOMParser().parseFromString(html, 'text/html').body.textContent ?? ''
  return text.length > 90 ? `${text.slice(0, 90)}…` : text
}
