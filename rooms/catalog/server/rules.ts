import { isDeepStrictEqual } from 'node:util'
import type { Changes } from '../contract/facts.ts'
import type { Field } from '../contract/http.ts'

/** What differs, as a fact tells it. */
export function changesBetween<T extends object>(before: T, change: Partial<T>): Changes {
  const entries = Object.entries(change).flatMap(([key, after]) => {
    const was = before[key as keyof T]
    return after === undefined || isDeepStrictEqual(was, after) ? [] : [[key, { before: was, after }] as const]
  })
  return Object.fromEntries(entries)
}

export interface FormDifference {
  added: string[]
  changed: string[]
  removed: string[]
}

/** Which fields two versions of a form differ in, by key. */
export function formDifference(before: readonly Field[], after: readonly Field[]): FormDifference {
  const was = new Map(before.map((field) => [field.key, field]))
  const is = new Map(after.map((field) => [field.key, field]))
  return {
    added: after.filter((field) => !was.has(field.key)).map((field) => field.key),
    changed: after
      .filter((field) => was.has(field.key) && !isDeepStrictEqual(was.get(field.key), field))
      .map((field) => field.key),
    removed: before.filter((field) => !is.has(field.key)).map((field) => field.key),
  }
}

interface Node {
  id: number
  parentId: number | null
  name: string
}

/** Parents before their children, siblings in the given order, each with the names from its root down to it. */
export function inTreeOrder<T extends Node>(nodes: readonly T[]): (T & { path: string[] })[] {
  const children = new Map<number | null, T[]>()
  const known = new Set(nodes.map((node) => node.id))
  for (const node of nodes) {
    const parent = node.parentId !== null && known.has(node.parentId) ? node.parentId : null
    children.set(parent, [...(children.get(parent) ?? []), node])
  }
  const ordered: (T & { path: string[] })[] = []
  const walk = (parent: number | null, path: readonly string[]): void => {
    for (const node of children.get(parent) ?? []) {
      const here = [...path, node.name]
      ordered.push({ ...node, path: here })
      walk(node.id, here)
    }
  }
  walk(null, [])
  return ordered
}
