import type { ReactNode } from 'react'
import { useEditing } from '../forms/use-editing.ts'
import type { Column } from '../list/data-table.tsx'
import { ManageList } from '../list/manage-list.tsx'
import { RecordDrawer } from './record-drawer.tsx'

/** What `useApi` and `usePages` return, as far as a list needs it. */
interface Reading {
  error: Error | null
  refetch: () => unknown
  hasNextPage?: boolean
  more?: () => void
}

type Words = 'list' | 'find' | 'add' | 'one' | 'none' | 'noneHelp'

interface Editing {
  /** The id of what is open; undefined for a new one. */
  id: number | undefined
  open: (id: number) => void
  close: () => void
}

interface Props<T> {
  reading: Reading
  /** Undefined while they are read. */
  rows: readonly T[] | undefined
  columns: ReadonlyArray<Column<T>>
  /** What the list, its search, its button and its emptiness are called. */
  words: (key: Words) => string
  icon: ReactNode
  nameOf: (row: T) => string
  search?: { value: string; set: (value: string) => void }
  filters?: ReactNode
  /** Instead of opening a row in the editor. */
  onOpen?: (row: T) => void
  /** Only new ones have an editor here; rows open otherwise or not at all. */
  newOnly?: boolean
  /** The editor reads its thing by id, so it also opens what the list does not hold. */
  byId?: boolean
  editor: (row: T | undefined, editing: Editing) => ReactNode
  editorSize?: number
}

/** A list of things and, at its side, the form of the one that is open or being added. */
export function ManagePanel<T extends { id: number }>(props: Props<T>) {
  const { reading, rows, columns, words, icon, nameOf, search, filters, newOnly, byId, editor, editorSize } = props
  const { editing, open, close } = useEditing()
  const shown = editing === 'new' || (typeof editing === 'number' && !newOnly)
  const onOpen = props.onOpen ?? (newOnly ? undefined : (row: T) => open(row.id))
  return (
    <>
      <ManageList
        label={words('list')}
        rows={rows}
        error={reading.error}
        retry={() => void reading.refetch()}
        columns={columns}
        keyOf={(row) => row.id}
        {...(onOpen ? { onOpen } : {})}
        {...(search ? { search: { ...search, placeholder: words('find') } } : {})}
        filters={filters}
        add={{ label: words('add'), run: () => open('new') }}
        empty={{ icon, title: words('none'), help: words('noneHelp') }}
        more={reading.hasNextPage ? reading.more : undefined}
      />
      <RecordDrawer
        editing={shown ? editing : undefined}
        rows={rows}
        nameOf={nameOf}
        words={words}
        size={editorSize}
        byId={byId}
        onClose={close}
      >
        {(row) => editor(row, { id: typeof editing === 'number' ? editing : undefined, open, close })}
      </RecordDrawer>
    </>
  )
}
