import { Table } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './data-table.module.css'

export interface Column<T> {
  key: string
  title: string
  cell: (row: T) => ReactNode
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
  /** Makes rows clickable; put a real link or button in the first cell as well, for the keyboard. */
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
                {c.title}
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
                  {c.cell(row)}
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
