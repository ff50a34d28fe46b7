import { Button, TextInput } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState, ErrorState, RowsSkeleton } from '../ui/states.tsx'
import { type Column, DataTable } from './data-table.tsx'
import classes from './manage-list.module.css'

interface Props<T> {
  label: string
  /** Undefined while they are read. */
  rows: readonly T[] | undefined
  error: Error | null
  retry: () => void
  columns: ReadonlyArray<Column<T>>
  keyOf: (row: T) => string | number
  onOpen?: (row: T) => void
  search?: { value: string; set: (value: string) => void; placeholder: string }
  filters?: ReactNode
  add?: { label: string; run: () => void } | undefined
  /** Shown when there is nothing at all (not: nothing found). */
  empty: { icon?: ReactNode; title: string; help: string }
  /** There are more rows than these. */
  more?: (() => void) | undefined
}

/** A list that is managed: search, filters, a way to add, and what to do when it is empty. */
export function ManageList<T>(props: Props<T>) {
  const { label, rows, error, retry, columns, keyOf, onOpen, search, filters, add, empty, more } = props
  const { t } = useTranslation('kit')
  const searching = Boolean(search?.value.trim())
  const addButton = add && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={add.run}>
      {add.label}
    </Button>
  )
  return (
    <>
      <div className={classes.bar}>
        {search && (
          <TextInput
            className={classes.search}
            type="search"
            aria-label={search.placeholder}
            placeholder={search.placeholder}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={search.value}
            onChange={(event) => search.set(event.currentTarget.value)}
          />
        )}
        {filters}
        {add && <div className={classes.add}>{addButton}</div>}
      </div>
      {error && !rows ? (
        <ErrorState error={error} retry={retry} />
      ) : !rows ? (
        <RowsSkeleton rows={6} />
      ) : rows.length === 0 ? (
        <EmptyState
          icon={searching ? <IconSearch /> : empty.icon}
          title={searching ? t('list.nothingFound') : empty.title}
          action={searching ? undefined : addButton}
        >
          {searching ? t('list.otherWords') : empty.help}
        </EmptyState>
      ) : (
        <DataTable
          label={label}
          rows={rows}
          columns={columns}
          keyOf={keyOf}
          {...(onOpen ? { onOpen } : {})}
          foot={
            more && (
              <Button variant="subtle" fullWidth onClick={more}>
                {t('list.more')}
              </Button>
            )
          }
        />
      )}
    </>
  )
}
