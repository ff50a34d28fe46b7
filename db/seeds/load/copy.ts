import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

export type Cell = string | number | boolean | null | Date

const special = /[\\\t\n\r]/
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** One line of PostgreSQL's COPY text format. */
function line(cells: readonly Cell[]): string {
  return `${cells.map(textOf).join('\t')}\n`
}

function textOf(cell: Cell): string {
  if (cell === null) return '\\N'
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'boolean') return cell ? 't' : 'f'
  if (cell instanceof Date) return cell.toISOString()
  return special.test(cell) ? cell.replace(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign) : cell
}

/** A PostgreSQL array of plain words. */
export const words = (list: readonly string[]) => `{${list.join(',')}}`

/** Rows for one table, kept as COPY text until they are sent. */
export class Rows {
  readonly table: string
  readonly columns: string
  private text: string[] = []

  constructor(table: string, columns: readonly string[]) {
    this.table = table
    this.columns = columns.join(', ')
  }

  add(cells: readonly Cell[]): void {
    this.text.push(line(cells))
  }

  async send(client: pg.ClientBase): Promise<void> {
    if (this.text.length === 0) return
    const stream = client.query(copyFrom(`copy ${this.table} (${this.columns}) from stdin`))
    const done = finished(stream)
    // Pieces of some hundred kilobytes: large enough to be quick, small enough to wait for the server now and then.
    for (let start = 0; start < this.text.length; start += 1000) {
      if (!stream.write(this.text.slice(start, start + 1000).join('')))
        await Promise.race([once(stream, 'drain'), done])
    }
    stream.end()
    await done
    this.text = []
  }
}
