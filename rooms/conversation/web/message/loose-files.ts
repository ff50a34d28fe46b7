interface File {
  id: number
  url: string
  sha256: string
}

/**
 * The files that are not seen within the words already; each appears once, there or here, also where a program attached
 * the same bytes twice (invitations are).
 */
export function looseFiles<F extends File>(files: readonly F[], ...bodies: readonly (string | null)[]): F[] {
  const shown = new Set<string>()
  for (const html of bodies) {
    for (const [, id = ''] of (html ?? '').matchAll(/src="\/api\/v1\/files\/(\d+)/g)) shown.add(id)
  }
  const last = new Map(files.map((file) => [file.sha256, file.id]))
  return files.filter((file) => !shown.has(String(file.id)) && last.get(file.sha256) === file.id)
}
