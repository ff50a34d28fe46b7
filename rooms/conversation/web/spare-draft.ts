type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** What the server could not keep, kept in this tab until it can: a reload while the desk is away loses nothing. */
export function spareDraft<T>(
  authorId: number,
  number: number,
  kind: string,
  shelf: () => Shelf = () => sessionStorage,
) {
  const key = `draft ${authorId} ${number} ${kind}`
  // A browser may refuse to store anything, by its settings or because it is full.
  const attempt = <R>(what: () => R): R | undefined => {
    try {
      return what()
    } catch {
      return undefined
    }
  }
  return {
    put: (value: T) => attempt(() => shelf().setItem(key, JSON.stringify(value))),
    read: () => attempt(() => JSON.parse(shelf().getItem(key) ?? 'null') as T | null) ?? undefined,
    drop: () => attempt(() => shelf().removeItem(key)),
  }
}
