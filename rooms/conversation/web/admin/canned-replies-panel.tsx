import { useDebouncedValue } from '@mantine/hooks'
import { IconMessage2Bolt } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePages } from '../../../../web-kit/api/use-api.ts'
import { useEditing } from '../../../../web-kit/forms/use-editing.ts'
import { languages } from '../../../../web-kit/i18n/i18n.ts'
import type { Column } from '../../../../web-kit/list/data-table.tsx'
import { ManageList } from '../../../../web-kit/list/manage-list.tsx'
import { EditorDrawer } from '../../../../web-kit/ui/editor-drawer.tsx'
import classes from './canned-replies.module.css'
import { CannedReplyForm } from './canned-reply-form.tsx'
import { type CannedReplyItem, listCannedReplies } from './canned-reply-item.ts'
import './strings.ts'

/** Texts for what is asked every day. */
export function CannedRepliesPanel() {
  const { t } = useTranslation('cannedReplies')
  const { editing, open, close } = useEditing()
  const [search, setSearch] = useState('')
  const [q] = useDebouncedValue(search.trim(), 200)
  const list = usePages(listCannedReplies, { query: q ? { q } : {} }, { keepPrevious: true })
  const columns: Column<CannedReplyItem>[] = [
    {
      key: 'title',
      title: t('name'),
      cell: (reply) => (
        <button type="button" className={classes.link} onClick={() => open(reply.id)}>
          {reply.title}
        </button>
      ),
    },
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
      cell: (reply) => <span className={classes.small}>{plainBeginning(reply.html)}</span>,
    },
  ]
  const edited = list.items.find((reply) => reply.id === editing)
  return (
    <>
      <ManageList
        label={t('list')}
        rows={list.data && list.items}
        error={list.error}
        retry={() => void list.refetch()}
        columns={columns}
        keyOf={(reply) => reply.id}
        onOpen={(reply) => open(reply.id)}
        search={{ value: search, set: setSearch, placeholder: t('find') }}
        add={{ label: t('add'), run: () => open('new') }}
        empty={{ icon: <IconMessage2Bolt />, title: t('none'), help: t('noneHelp') }}
        more={list.hasNextPage ? list.more : undefined}
      />
      <EditorDrawer
        opened={editing !== undefined}
        title={editing === 'new' ? t('add') : (edited?.title ?? t('one'))}
        onClose={close}
        size={640}
      >
        {(editing === 'new' || edited) && (
          <CannedReplyForm key={edited?.version ?? 'new'} reply={edited} onDone={close} />
        )}
      </EditorDrawer>
    </>
  )
}

function plainBeginning(html: string): string {
  const text = new DOMParser().parseFromString(html, 'text/html').body.textContent ?? ''
  return text.length > 90 ? `${text.slice(0, 90)}…` : text
}
