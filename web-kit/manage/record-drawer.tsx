import { IconMapPinOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EditorDrawer } from '../ui/editor-drawer.tsx'
import { EmptyState } from '../ui/states.tsx'

interface Props<T> {
  /** As `useEditing` says it. */
  editing: number | 'new' | undefined
  rows: readonly T[] | undefined
  nameOf: (row: T) => string
  words: (key: 'add' | 'one') => string
  size?: number | undefined
  /** The editor reads its thing by id, so it also opens what the list does not hold. */
  byId?: boolean | undefined
  onClose: () => void
  children: (row: T | undefined) => ReactNode
}

/** The form at the side of a list: of a new thing, or of the one that the address names; says so when there is none. */
export function RecordDrawer<T extends { id: number }>(props: Props<T>) {
  const { editing, rows, nameOf, words, size, byId, onClose, children } = props
  const { t } = useTranslation('kit')
  const row = rows?.find((one) => one.id === editing)
  const known = editing === 'new' || row !== undefined || byId
  return (
    <EditorDrawer
      opened={editing !== undefined}
      title={editing === 'new' ? words('add') : row ? nameOf(row) : words('one')}
      onClose={onClose}
      {...(size ? { size } : {})}
    >
      {editing !== undefined &&
        (known
          ? children(row)
          : rows && (
              <EmptyState icon={<IconMapPinOff />} title={t('problem.notFound')}>
                {t('problem.notFoundDetail')}
              </EmptyState>
            ))}
    </EditorDrawer>
  )
}
