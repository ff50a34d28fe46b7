import type { Actor } from '../../../platform/access/actor.ts'
import type { Cx } from '../../../platform/cx.ts'
import type { Reader, Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { apiKeyCreated, apiKeyRevoked } from '../contract/facts.ts'
import type { ApiKey } from '../contract/http-roles.ts'
import { grantableRole } from './access.ts'
import { apiKeyNotFound, noRoleNamed } from './errors.ts'
import { hashToken, makeToken } from './make-token.ts'
import { forgetActors } from './resolve-actor.ts'

export async function listApiKeys(reader: Reader): Promise<ApiKey[]> {
  return (await keyRows(reader).orderBy('k.id', 'desc').execute()).map(presentKey)
}

/** Returns the key itself this once; only its hash is kept. It may never do more than whoever makes it. */
export async function createApiKey(
  cx: Cx,
  input: { name: string; roleId: number },
): Promise<ApiKey & { token: string }> {
  return cx.tx(async (tx) => {
    await grantableRole(tx, cx.actor, input.roleId)
    const { id, token } = await insertKey(tx, input)
    const row = await keyRows(tx).where('k.id', '=', id).executeTakeFirstOrThrow()
    return { ...presentKey(row), token }
  })
}

/** For the command line: the role by the key of a built-in one, or by its name. */
export async function createApiKeyFor(tx: Tx, input: { name: string; role: string }): Promise<string> {
  const role = await tx
    .selectFrom('people.role')
    .select('id')
    .where((eb) => eb.or([eb('builtIn', '=', input.role), eb('name', '=', input.role)]))
    .orderBy('builtIn')
    .executeTakeFirst()
  if (!role) throw noRoleNamed({ name: input.role, known: await roleNames(tx) })
  return (await insertKey(tx, { name: input.name, roleId: role.id })).token
}

async function roleNames(tx: Tx): Promise<string[]> {
  const roles = await tx.selectFrom('people.role').select(['builtIn', 'name']).orderBy('id').execute()
  return roles.map(({ builtIn, name }) => builtIn ?? name)
}

async function insertKey(tx: Tx, input: { name: string; roleId: number }): Promise<{ id: number; token: string }> {
  const token = makeToken('dh_')
  const name = input.name.trim()
  const hint = token.slice(0, 8)
  const { id } = await tx
    .insertInto('people.apiKey')
    .values({
      name,
      hint,
      tokenHash: hashToken(token),
      roleId: input.roleId,
      createdBy: creatorOf(tx.actor),
      createdAt: tx.now,
      lastUsedAt: null,
      revokedAt: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tell(tx, apiKeyCreated, id, { name, roleId: input.roleId, hint })
  return { id, token }
}

export async function revokeApiKey(cx: Cx, id: number): Promise<void> {
  await cx.tx(async (tx) => {
    const key = await tx
      .updateTable('people.apiKey')
      .set({ revokedAt: tx.now })
      .where('id', '=', id)
      .where('revokedAt', 'is', null)
      .returning('name')
      .executeTakeFirst()
    if (!key) throw apiKeyNotFound()
    await tell(tx, apiKeyRevoked, id, key)
    forgetActors(tx)
  })
}

function creatorOf(actor: Actor): number | null {
  return actor.kind === 'person' ? actor.id : null
}

function keyRows(reader: Reader) {
  return reader
    .selectFrom('people.apiKey as k')
    .innerJoin('people.role as r', 'r.id', 'k.roleId')
    .leftJoin('people.person as p', 'p.id', 'k.createdBy')
    .select(['k.id', 'k.name', 'k.hint', 'k.createdBy', 'k.createdAt', 'k.lastUsedAt', 'k.revokedAt', 'k.roleId'])
    .select(['r.name as roleName', 'p.name as creatorName'])
}

type KeyRow = Awaited<ReturnType<ReturnType<typeof keyRows>['execute']>>[number]

function presentKey(row: KeyRow): ApiKey {
  return {
    id: row.id,
    name: row.name,
    hint: row.hint,
    role: { id: row.roleId, name: row.roleName },
    createdBy: row.createdBy === null ? null : { id: row.createdBy, name: row.creatorName ?? '' },
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  }
}
