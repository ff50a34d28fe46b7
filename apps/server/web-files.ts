import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join, relative } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { newNonce, pagePolicy } from '../../platform/http/security.ts'
import { builtApp, isBuilt } from './web-build.ts'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/** Pages that belong to the workspace's app; all others are the portal's. */
const workspacePaths = ['/desk', '/desk/*', '/sign-in', '/set-up', '/reset-password', '/invitation', '/acknowledge']

interface Coding {
  name: 'br' | 'gzip'
  path: string
}

interface Asset {
  path: string
  type: string
  /** Content codings of which a file has been found beside, best first. */
  codings: Coding[]
  tag: string
  forEver: boolean
}

/**
 * Serves the built pages: the workspace, sign-in and set-up from one app, every other path from the portal. What there
 * is is listed once, so a path from outside never becomes a path on disk.
 */
export function serveWeb(app: FastifyInstance): void {
  // Only with --no-build, where somebody works on the API or has the pages from Vite.
  if (!isBuilt()) return
  const assets = new Map([...listAssets(builtApp('agent-web'), '/desk/'), ...listAssets(builtApp('portal-web'), '/')])
  const workspace = readPage(builtApp('agent-web'))
  const portal = readPage(builtApp('portal-web'))
  const answer = (page: Page) => (request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?', 1)[0] ?? '/'
    const asset = assets.get(path)
    // A later build, made while this process serves, takes the place of the one that was listed.
    if (asset && existsSync(asset.path)) return sendAsset(asset, request, reply)
    if (path.startsWith('/api/') || /^(\/desk)?\/assets\//.test(path)) return reply.callNotFound()
    return sendPage(page, reply)
  }
  for (const path of workspacePaths) app.get(path, answer(workspace))
  app.get('/*', answer(portal))
}

function listAssets(folder: string, base: string): [string, Asset][] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
  return files
    .filter((file) => types[extname(file)] && !file.endsWith('/index.html'))
    .map((file) => {
      const name = relative(folder, file).replaceAll('\\', '/')
      const { size, mtimeMs } = statSync(file)
      const tag = `"${size.toString(36)}-${Math.trunc(mtimeMs).toString(36)}"`
      // Names under assets/ carry a hash of the content.
      const asset = { path: file, type: types[extname(file)]!, codings: [], tag, forEver: name.startsWith('assets/') }
      return [base + name, asset]
    })
}

function sendAsset(asset: Asset, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.header('cache-control', asset.forEver ? 'public, max-age=31536000, immutable' : 'public, max-age=300')
  reply.header('vary', 'accept-encoding').type(asset.type)
  const accepted = String(request.headers['accept-encoding'] ?? '')
  const coding = codingsOf(asset).find(({ name }) => accepted.includes(name))
  // Each coding is a representation of its own (RFC 9110, 8.8.3), so its tag differs.
  const tag = coding ? asset.tag.replace(/"$/, `-${coding.name}"`) : asset.tag
  reply.header('etag', tag)
  if (request.headers['if-none-match'] === tag) return reply.status(304).send()
  if (coding) reply.header('content-encoding', coding.name)
  return reply.send(createReadStream(coding?.path ?? asset.path))
}

/** After a build compression goes on while the first pages are served, so what lies there is looked up until all does. */
function codingsOf(asset: Asset): Coding[] {
  if (asset.codings.length === 2 || !/^(text|image\/svg|application\/json)/.test(asset.type)) return asset.codings
  const possible: Coding[] = [
    { name: 'br', path: `${asset.path}.br` },
    { name: 'gzip', path: `${asset.path}.gz` },
  ]
  asset.codings = possible.filter(({ path }) => existsSync(path))
  return asset.codings
}

/** The page around its nonces. */
type Page = readonly string[]

const readPage = (folder: string): Page => readFileSync(join(folder, 'index.html'), 'utf8').split('__CSP_NONCE__')

function sendPage(page: Page, reply: FastifyReply): FastifyReply {
  const nonce = newNonce()
  reply.header('content-security-policy', pagePolicy(nonce)).header('cache-control', 'no-store')
  return reply.type('text/html; charset=utf-8').send(page.join(nonce))
}
