import { sql } from 'kysely'
import type { Cx } from '../../../platform/cx.ts'
import { tell } from '../../../platform/facts/index.ts'
import { matrixChanged } from '../contract/facts.ts'
import { type Matrix, type MatrixChange, wrongShape } from '../contract/http.ts'
import { checkVersion } from './access.ts'
import { badMatrix } from './errors.ts'
import { matrices, matrix } from './queries.ts'
import { changesBetween } from './rules.ts'

/** There is one matrix, so its facts speak of the subject 1. */
const theMatrix = 1

export async function changeMatrix(cx: Cx, change: MatrixChange, ifMatch: string | undefined): Promise<Matrix> {
  checkShape(change)
  return cx.tx(async (tx) => {
    await tx.selectFrom('catalog.matrix').select('id').forNoKeyUpdate().execute()
    const { updatedAt: _updatedAt, version, ...before } = await matrix(tx)
    await checkVersion(ifMatch, version, () => matrix(tx))
    if (Object.keys(changesBetween(before, change)).length === 0) return matrix(tx)
    await tx
      .updateTable('catalog.matrix')
      .set({
        impacts: JSON.stringify(change.impacts),
        urgencies: JSON.stringify(change.urgencies),
        cells: JSON.stringify(change.cells),
        updatedAt: tx.now,
        version: sql`version + 1`,
      })
      .execute()
    await matrices.forget(tx)
    await tell(tx, matrixChanged, theMatrix, { before, after: change })
    return matrix(tx)
  })
}

/** Throws unless the matrix is a full rectangle; also for those who only try one out. */
export function checkShape(change: MatrixChange): void {
  const wrong = wrongShape(change)
  if (wrong !== undefined) throw badMatrix(undefined, { field: `body.${wrong}` })
}
