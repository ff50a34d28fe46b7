import type { Readable } from 'node:stream'
import { type Actor, actorKey } from '../access/actor.ts'
import type { Reader, Tx } from '../db/index.ts'
import { problem } from '../errors/index.ts'
import type { BlobStore } from './store.ts'

export interface StoredFile {
  id: number
  sha256: string
  name: string
  type: string
  size: number
}

/** Says whether an actor may read a file because of something the room knows (it hangs on a message they may see). */
export type FileGuard = (reader: Reader, actor: Actor, fileId: number) => Promise<boolean>

export const fileNotFound = problem<{ id: number }>(
  'files.not_found',
  404,
  (p) => `There is no file ${p.id} that you may see.`,
)

let store: BlobStore | undefined

/** Set once at start-up, before anything is stored. */
export function setBlobStore(next: BlobStore): void {
  store = next
}

export function blobStore(): BlobStore {
  if (!store) throw new Error('No blob store was set')
  return store
}

/** Stores bytes and names them. The bytes are durable before the row exists; bytes without a row are swept later. */
export async function putFile(
  tx: Tx,
  file: { content: Readable | Uint8Array; name: string; type: string },
): Promise<StoredFile> {
  return nameFile(tx, { ...(await blobStore().put(file.content)), name: file.name, type: file.type })
}

/** Gives stored bytes a name; for uploads, whose bytes arrive too slowly to hold a transaction open. */
export async function nameFile(tx: Tx, file: Omit<StoredFile, 'id'>): Promise<StoredFile> {
  const named = { ...file, name: safeName(file.name) }
  const { id } = await tx
    .insertInto('platform.file')
    .values({ ...named, addedAt: tx.now, addedBy: actorKey(tx.actor) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, ...named }
}

export async function filesById(reader: Reader, ids: readonly number[]): Promise<Map<number, StoredFile>> {
  if (ids.length === 0) return new Map()
  const rows = await reader
    .selectFrom('platform.file')
    .select(['id', 'sha256', 'name', 'type', 'size'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

export const foreignFile = problem<{ id: number }>(
  'files.foreign',
  422,
  (p) => `File ${p.id} is not one that you uploaded.`,
)

/** Throws unless the actor uploaded all of these: otherwise a number would be enough to read any file. */
export async function assertOwnFiles(tx: Tx, ids: readonly number[], field: string): Promise<void> {
  if (ids.length === 0) return
  const rows = await tx
    .selectFrom('platform.file')
    .select('id')
    .where('id', 'in', [...ids])
    .where('addedBy', '=', actorKey(tx.actor))
    .execute()
  const own = new Set(rows.map((row) => row.id))
  const foreign = ids.find((id) => !own.has(id))
  if (foreign !== undefined) throw foreignFile({ id: foreign }, { field })
}

/** A name that is safe in a header and on every disk: no folders, no control characters, at most 200 characters. */
export function safeName(name: string): string {
  const base = name.split(/[\\/]/).pop() ?? ''
  const clean = base
    .replace(/[\u0000-\u001f\u007f"<>|:*?\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/^\.+/, '')
    .trim()
  return clean.slice(-200) || 'file'
}
