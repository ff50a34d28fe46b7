import pg from 'pg'

/** What pg keeps of the columns of a result, and of a connection; neither is part of its types. */
interface Shape {
  fields: unknown[]
  _parsers: unknown
  _prebuiltEmptyResultObject: unknown
}
interface Connection {
  describe(message: unknown): void
}
interface Inside {
  name: string
  _result: Shape
  _accumulateRows: boolean
  prepare(connection: Connection): void
  handleCommandComplete(message: unknown, connection: Connection): void
}
type Callback = (error: Error | null, result: pg.QueryResult) => void

/** pg's own query, which its types leave out. */
const PlainQuery = (pg as unknown as { Query: new (text: string, values: unknown[], callback: Callback) => Inside })
  .Query

interface Known {
  /** By name of the statement; null where it returns no rows. */
  shapes: Map<string, Shape | null>
  /** The connection, but it asks for no description. */
  quiet: Connection
}

const known = new WeakMap<Connection, Known>()

function knownOf(connection: Connection): Known {
  let found = known.get(connection)
  if (!found) {
    found = { shapes: new Map(), quiet: Object.create(connection, { describe: { value: () => {} } }) }
    known.set(connection, found)
  }
  return found
}

/**
 * A prepared statement whose columns are asked for once per connection and not with every call. They cannot change: PostgreSQL
 * refuses to run a plan whose result would have other columns (0A000).
 */
export class KnownQuery extends PlainQuery {
  #isDescribed = false

  constructor(name: string, text: string, values: unknown[], callback: Callback) {
    super(text, values, callback)
    this.name = name
  }

  override prepare(connection: Connection): void {
    const { shapes, quiet } = knownOf(connection)
    const shape = shapes.get(this.name)
    this.#isDescribed = shape !== undefined
    if (shape) {
      const { fields, _parsers, _prebuiltEmptyResultObject } = shape
      Object.assign(this._result, { fields, _parsers, _prebuiltEmptyResultObject })
      this._accumulateRows = true
    }
    super.prepare(this.#isDescribed ? quiet : connection)
  }

  override handleCommandComplete(message: unknown, connection: Connection): void {
    super.handleCommandComplete(message, connection)
    if (this.#isDescribed) return
    const { fields, _parsers, _prebuiltEmptyResultObject } = this._result
    knownOf(connection).shapes.set(
      this.name,
      fields.length === 0 ? null : { fields, _parsers, _prebuiltEmptyResultObject },
    )
  }
}
