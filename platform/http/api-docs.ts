import type { Route } from './on.ts'
import { shapeOf } from './schema-words.ts'

const style = `
:root { color-scheme: light dark; --dim: light-dark(#5c5f6a, #a3a6b3); --line: light-dark(#e3e4e8, #33343d) }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem }
h1 { font-size: 1.6rem } h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line) }
nav ul { columns: 12rem; padding-left: 1.2rem }
details { border-bottom: 1px solid var(--line); padding: .45rem 0 }
summary { cursor: pointer } summary b { display: inline-block; min-width: 4.2rem; font-weight: 600 }
summary span { color: var(--dim) } code, pre { font: 13px/1.5 ui-monospace, monospace }
pre { overflow-x: auto; padding: .75rem; border: 1px solid var(--line); border-radius: 6px }
dt { font-weight: 600; margin-top: .5rem }`

/** The API as one page that is read, not run: no script, so it needs no exception in the content policy. */
export function docsPage(routes: readonly Route[], version: string, nonce: string): string {
  const chapters = Map.groupBy(routes, (route) => route.endpoint.tag)
  const names = [...chapters.keys()].sort()
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Deskhand API</title><style nonce="${nonce}">${style}</style></head><body>
<h1>Deskhand API <small>${escapeHtml(version)}</small></h1>
<p>Send <code>Authorization: Bearer &lt;API key&gt;</code>. Bodies are JSON, times ISO 8601 in UTC, lists
<code>{ items, nextCursor }</code>: ask again with <code>?cursor=</code> until <code>nextCursor</code> is null. Errors are
<a href="https://www.rfc-editor.org/rfc/rfc9457">problem details</a> with a stable <code>code</code>. What can be edited
by two people carries an <code>ETag</code>; send it back as <code>If-Match</code>. The same as
<a href="/api/openapi.json">OpenAPI 3.1</a>.</p>
<nav aria-label="Chapters"><ul>${names.map((name) => `<li><a href="#${escapeHtml(name)}">${escapeHtml(name)}</a></li>`).join('')}</ul></nav>
${names.map((name) => chapter(name, chapters.get(name) ?? [])).join('\n')}
</body></html>`
}

function chapter(name: string, routes: readonly Route[]): string {
  return `<h2 id="${escapeHtml(name)}">${escapeHtml(name)}</h2>\n${routes.map(entry).join('\n')}`
}

function entry({ endpoint, options, raw }: Route): string {
  const access = typeof options.access === 'string' ? options.access : options.access.join(' or ')
  const parts: [string, string | undefined][] = [
    ['Needs', access === 'open' ? 'nothing: open to everybody' : access],
    ['Parameters', endpoint.params && code(shapeOf(endpoint.params))],
    ['Query', endpoint.query && code(shapeOf(endpoint.query))],
    ['Headers', endpoint.idempotent ? 'Idempotency-Key: the same key and body give the same answer again' : undefined],
    ['Body', endpoint.body && code(shapeOf(endpoint.body))],
    [`Answer ${endpoint.status ?? (endpoint.response || raw ? 200 : 204)}`, answer(endpoint.response, raw)],
  ]
  const list = parts.filter(([, text]) => text).map(([term, text]) => `<dt>${term}</dt><dd>${text}</dd>`)
  return `<details><summary><b>${endpoint.method}</b> <code>${escapeHtml(endpoint.path)}</code> <span>${escapeHtml(endpoint.summary)}</span></summary>
<dl>${list.join('')}</dl></details>`
}

function answer(schema: Parameters<typeof shapeOf>[0] | undefined, raw: boolean): string {
  if (schema) return code(shapeOf(schema))
  return raw ? 'not JSON' : 'no content'
}

const code = (text: string) => `<pre>${escapeHtml(text)}</pre>`

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)
