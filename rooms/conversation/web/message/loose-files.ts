interface File {
  id: number
  url: string
}

/** The files that are not seen within the words already; each file appears once, there or here. */
export function looseFiles<F extends File>(files: readonly F[], ...bodies: readonly (string | null)[]): F[] {
  const shown = new Set<string>()
  for (const html of bodies) {
    for (const [, id = ''] of (html ?? '').matchAll(/src="\/api\/v1\/files\/(\d+)/g)) shown.add(id)
  }
  return files.filter((file) => !shown.has(String(file.id)))
}
