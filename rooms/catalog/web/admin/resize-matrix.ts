import type { MatrixChange } from '../../contract/http.ts'

/** The matrix with another number of steps; a new step is milder than the last and starts with its priorities. */
export function resized(matrix: MatrixChange, axis: 'impacts' | 'urgencies', count: number): MatrixChange {
  const steps = toLength(matrix[axis], count, { label: { en: '', de: '' } })
  if (axis === 'impacts') {
    const last = matrix.cells.at(-1) ?? []
    return { ...matrix, impacts: steps, cells: toLength(matrix.cells, count, last) }
  }
  return { ...matrix, urgencies: steps, cells: matrix.cells.map((row) => toLength(row, count, row.at(-1) ?? 'low')) }
}

function toLength<T>(list: readonly T[], count: number, filler: T): T[] {
  return Array.from({ length: count }, (_, index) => list[index] ?? filler)
}
