import { type Static, Type } from 'typebox'
import { Instant } from '../../../platform/http/schemas.ts'
import { Level, type Priority, PrioritySchema, Words } from './shapes.ts'

const Step = Type.Object({ label: Words }, { additionalProperties: false })
const Steps = Type.Array(Step, { minItems: 2, maxItems: 5 })

export const MatrixChange = Type.Object(
  {
    impacts: Steps,
    urgencies: Steps,
    cells: Type.Array(Type.Array(PrioritySchema, { minItems: 2, maxItems: 5 }), {
      minItems: 2,
      maxItems: 5,
      description: 'cells[impact - 1][urgency - 1] is the priority',
    }),
  },
  { additionalProperties: false },
)
export type MatrixChange = Static<typeof MatrixChange>

/** Impact 1 hits the most, urgency 1 hurts the soonest. */
export const Matrix = Type.Object({ ...MatrixChange.properties, updatedAt: Instant, version: Type.Integer() })
export type Matrix = Static<typeof Matrix>

export const Impact = Level
export const Urgency = Level

/**
 * The priority of an impact and an urgency. Levels beyond a matrix that was made smaller since count as its mildest ones.
 */
export function priorityOf(matrix: Pick<MatrixChange, 'cells'>, impact: number, urgency: number): Priority {
  const row = matrix.cells[Math.min(impact, matrix.cells.length) - 1]
  const priority = row?.[Math.min(urgency, row.length) - 1]
  if (priority === undefined) throw new RangeError(`No priority for impact ${impact} and urgency ${urgency}`)
  return priority
}

/** Where a matrix is not a full rectangle of as many rows as impacts and columns as urgencies; undefined when it is. */
export function wrongShape(matrix: MatrixChange): string | undefined {
  if (matrix.cells.length !== matrix.impacts.length) return 'cells'
  const row = matrix.cells.findIndex((cells) => cells.length !== matrix.urgencies.length)
  return row < 0 ? undefined : `cells.${row}`
}
