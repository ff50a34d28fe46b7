import { isDeepStrictEqual } from 'node:util'
import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { checkForm } from '../contract/check-form.ts'
import { formChanged } from '../contract/facts.ts'
import type { Field, Form, FormVersion } from '../contract/http.ts'
import { checkVersion, serviceFor, serviceToChange } from './access.ts'
import { badForm, formVersionNotFound } from './errors.ts'
import { formAt, formFor, formVersionRows } from './queries.ts'
import { formDifference } from './rules.ts'

export async function viewForm(cx: Cx, serviceId: number, at: string | undefined): Promise<Form> {
  await serviceFor(cx.db, cx.actor, serviceId)
  return at === undefined ? formFor(cx.db, serviceId) : formAt(cx.db, serviceId, new Date(at))
}

/** Keeps the former version and writes the next one. The same fields again change nothing. */
export async function changeForm(
  cx: Cx,
  serviceId: number,
  fields: Field[],
  ifMatch: string | undefined,
): Promise<Form> {
  const errors = checkForm(fields)
  const [first] = errors
  if (first) {
    const all = errors.map((error) => ({ field: `body.${error.field}`, code: error.code, detail: error.words }))
    throw badForm({ words: first.words }, { field: `body.${first.field}`, extra: { errors: all } })
  }
  return cx.tx(async (tx) => {
    // Locking the service makes versions of its form come one after another.
    await serviceToChange(tx, serviceId)
    const before = await formFor(tx, serviceId)
    await checkVersion(ifMatch, before.number, () => before)
    if (isDeepStrictEqual(before.fields, fields)) return before
    const after = await insertVersion(tx, serviceId, before.number + 1, fields)
    await tell(tx, formChanged, serviceId, { number: after.number, ...formDifference(before.fields, fields) })
    return after
  })
}

async function insertVersion(tx: Tx, serviceId: number, number: number, fields: Field[]): Promise<Form> {
  const row = await tx
    .insertInto('catalog.formVersion')
    .values({
      serviceId,
      number,
      fields: JSON.stringify(fields),
      createdAt: tx.now,
      createdBy: tx.actor.id,
      createdByName: tx.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { serviceId, versionId: row.id, number, fields }
}

export async function listFormVersions(cx: Cx, serviceId: number): Promise<FormVersion[]> {
  await serviceFor(cx.db, cx.actor, serviceId)
  return formVersionRows(cx.db, { serviceId })
}

export async function viewFormVersion(cx: Cx, id: number): Promise<FormVersion> {
  const [row] = await formVersionRows(cx.db, { id })
  if (!row) throw formVersionNotFound({ id })
  await serviceFor(cx.db, cx.actor, row.serviceId)
  return row
}
