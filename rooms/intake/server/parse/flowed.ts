/** RFC 3676: joins lines that were broken only for transport. */
export function unflow(text: string, deleteSpace: boolean): string {
  const out: string[] = []
  let paragraph: string | null = null
  let depth = 0
  for (const raw of text.split('\n')) {
    const marks = /^>*/.exec(raw)?.[0].length ?? 0
    let line = raw.slice(marks)
    if (line.startsWith(' ')) line = line.slice(1)
    const soft = line.endsWith(' ') && line !== '-- '
    const content = soft && deleteSpace ? line.slice(0, -1) : line
    if (paragraph !== null && marks === depth) paragraph += content
    else {
      if (paragraph !== null) out.push(quoted(depth, paragraph))
      paragraph = content
      depth = marks
    }
    if (!soft) {
      out.push(quoted(depth, paragraph))
      paragraph = null
    }
  }
  if (paragraph !== null) out.push(quoted(depth, paragraph))
  return out.join('\n')
}

function quoted(depth: number, line: string): string {
  return depth === 0 ? line : `${'>'.repeat(depth)} ${line}`
}
