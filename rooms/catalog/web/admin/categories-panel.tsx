import { ActionIcon, Badge, Button, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconCornerDownRight, IconPlus, IconSearch, IconSitemap } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import { useEditing } from '../../../../web-kit/forms/use-editing.ts'
import manage from '../../../../web-kit/manage/manage.module.css'
import { RecordDrawer } from '../../../../web-kit/manage/record-drawer.tsx'
import { EmptyState, ErrorState, RowsSkeleton } from '../../../../web-kit/ui/states.tsx'
import { type Category, changeCategory, listCategories, listServices, nameIn } from '../../contract/http.ts'
import classes from './catalog-admin.module.css'
import { CategoryForm } from './category-form.tsx'
import './strings.ts'

const indent = 22

/** The tree of categories: found, ordered, moved, merged. */
export function CategoriesPanel({ usage }: { usage: (id: number) => ReactNode }) {
  const { t, i18n } = useTranslation('catalogAdmin')
  const { editing, open, close } = useEditing()
  const [search, setSearch] = useState('')
  const list = useApi(listCategories, { query: {} }, { live: ['category:*'] })
  const services = useApi(listServices, { query: {} })
  const all = list.data?.items ?? []
  const wanted = search.trim().toLowerCase()
  const shown = all.filter((one) =>
    `${one.path.join(' ')} ${nameIn(one, i18n.language)}`.toLowerCase().includes(wanted),
  )
  const place = useSend(changeCategory, { refresh: [listCategories] })
  const siblings = (one: Category) =>
    all.filter((other) => other.parentId === one.parentId && other.serviceId === one.serviceId)
  const serviceName = (id: number | null) => {
    const service = services.data?.items.find((one) => one.id === id)
    return service && nameIn(service, i18n.language)
  }

  async function move(one: Category, by: -1 | 1) {
    const order = siblings(one)
    const from = order.indexOf(one)
    const next = [...order]
    next.splice(from, 1)
    next.splice(from + by, 0, one)
    for (const [index, sibling] of next.entries()) {
      if (sibling.position === index + 1) continue
      await place.mutateAsync({ params: { id: sibling.id }, body: { position: index + 1 } }).catch(() => {})
    }
  }

  if (list.error) return <ErrorState error={list.error} retry={() => void list.refetch()} />
  return (
    <>
      <div className={manage.badges} style={{ marginBottom: 14, alignItems: 'flex-end' }}>
        <TextInput
          type="search"
          style={{ flex: '1 1 220px', maxWidth: 420 }}
          aria-label={t('category.find')}
          placeholder={t('category.find')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Button
          style={{ marginInlineStart: 'auto' }}
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => open('new')}
        >
          {t('category.add')}
        </Button>
      </div>
      {list.isPending ? (
        <RowsSkeleton rows={8} />
      ) : shown.length === 0 ? (
        <EmptyState
          icon={wanted ? <IconSearch /> : <IconSitemap />}
          title={wanted ? t('kit:list.nothingFound') : t('category.none')}
        >
          {wanted ? t('kit:list.otherWords') : t('category.noneHelp')}
        </EmptyState>
      ) : (
        <ul className={classes.tree} aria-label={t('category.list')}>
          {shown.map((one) => {
            const order = siblings(one)
            const at = order.indexOf(one)
            const depth = one.path.length - 1
            return (
              <li key={one.id} className={classes.node} style={{ paddingInlineStart: 12 + depth * indent }}>
                {depth > 0 && <IconCornerDownRight size={14} aria-hidden className={manage.dim} />}
                <span className={classes.nodeName}>
                  <button type="button" className={manage.link} onClick={() => open(one.id)}>
                    {nameIn(one, i18n.language)}
                  </button>{' '}
                  {one.serviceId !== null && <span className={manage.small}>{serviceName(one.serviceId)}</span>}
                </span>
                {one.active || (
                  <Badge variant="light" color="gray">
                    {t('inactive')}
                  </Badge>
                )}
                <span className={classes.moves}>
                  <ActionIcon
                    aria-label={t('moveUp', { name: one.name })}
                    disabled={at === 0 || place.isPending}
                    onClick={() => void move(one, -1)}
                  >
                    <IconArrowUp size={16} />
                  </ActionIcon>
                  <ActionIcon
                    aria-label={t('moveDown', { name: one.name })}
                    disabled={at === order.length - 1 || place.isPending}
                    onClick={() => void move(one, 1)}
                  >
                    <IconArrowDown size={16} />
                  </ActionIcon>
                </span>
              </li>
            )
          })}
        </ul>
      )}
      <RecordDrawer
        editing={editing}
        rows={list.data?.items}
        nameOf={(one) => nameIn(one, i18n.language)}
        words={(key) => t(`category.${key}`)}
        onClose={close}
      >
        {(one) => <CategoryForm key={one?.id} category={one} all={all} onDone={close} usage={one && usage(one.id)} />}
      </RecordDrawer>
    </>
  )
}
