const MAX_IDS = 200

/** Message-IDs of a Message-ID, References or In-Reply-To field, without brackets, first come first. */
export function parseIds(raw: string): string[] {
  const ids = new Set<string>()
  for (const match of raw.matchAll(/<([^<>]{1,998})>/g)) add(ids, match[1] ?? '')
  if (ids.size === 0) for (const token of raw.split(/[\s,;"<>]+/)) if (token.includes('@')) add(ids, token)
  const all = [...ids]
  // The first starts the thread and the last are nearest; what is between may go.
  return all.length > MAX_IDS ? [...all.slice(0, 20), ...all.slice(20 - MAX_IDS)] : all
}

function add(ids: Set<string>, id: string): void {
  const clean = id.replace(/\s+/g, '')
  if (clean !== '') ids.add(clean)
}
