import { Table, VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import manage from '../manage/manage.module.css'
import classes from './data-table.module.css'

export interface Column<T> {
  key: string
  title: string
  /** The title is read, not shown: a column of boxes to tick. */
  hiddenTitle?: boolean
  cell: (row: T) => ReactNode
  /** The cell is the button that opens its row; `beside` it stand marks. */
  opens?: boolean
  beside?: (row: T) => ReactNode
  /** Figures stand at the end of their cell. */
  figures?: boolean
  width?: number | string
  /** Left out below 700 px. */
  wideOnly?: boolean
}

interface Props<T> {
  label: string
  rows: readonly T[]
  columns: ReadonlyArray<Column<T>>
  keyOf: (row: T) => string | number
  /** Makes rows clickable; one column must be `opens`, or hold a real link, for the keyboard. */
  onOpen?: (row: T) => void
  foot?: ReactNode
}

/** A short table (administration, settings). For thousands of rows take `VirtualList`. */
export function DataTable<T>({ label, rows, columns, keyOf, onOpen, foot }: Props<T>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={classes.box} aria-label={label} tabIndex={0}>
      <Table highlightOnHover={Boolean(onOpen)} verticalSpacing="xs" horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            {columns.map((c) => (
              <Table.Th
                key={c.key}
                scope="col"
                className={c.wideOnly ? classes.wide : undefined}
                ta={c.figures ? 'end' : 'start'}
                style={{ width: c.width }}
              >
                {c.hiddenTitle ? <VisuallyHidden>{c.title}</VisuallyHidden> : c.title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={keyOf(row)} {...(onOpen ? { onClick: () => onOpen(row), className: classes.opens } : {})}>
              {columns.map((c) => (
                <Table.Td
                  key={c.key}
                  className={c.wideOnly ? classes.wide : undefined}
                  ta={c.figures ? 'end' : 'start'}
                  {...(c.figures ? { style: { fontVariantNumeric: 'tabular-nums' } } : {})}
                >
                  {c.opens ? <Opener column={c} row={row} /> : c.cell(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {foot}
    </section>
  )
}

/** Its click reaches the row, which opens. */
function Opener<T>({ column, row }: { column: Column<T>; row: T }) {
  return (
    <span className={manage.badges}>
      <button type="button" className={manage.link}>
        {column.cell(row)}
      </button>
      {column.beside?.(row)}
    </span>
  )
}
