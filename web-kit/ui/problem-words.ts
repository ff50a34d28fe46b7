import { ApiProblem } from '../api/problem.ts'
import { problemIn, translate } from '../i18n/i18n.ts'

/** What happened and what to do, in the reader's language where we know the case, else in the server's words. */
export function problemWords(error: Error): { title: string; detail: string } {
  if (!(error instanceof ApiProblem)) {
    return { title: translate('kit:problem.unexpected'), detail: translate('kit:problem.unexpectedDetail') }
  }
  if (error.status === 0)
    return { title: translate('kit:problem.offline'), detail: translate('kit:problem.offlineDetail') }
  if (error.status === 401)
    return { title: translate('kit:problem.signedOut'), detail: translate('kit:problem.signedOutDetail') }
  if (error.status === 403)
    return {
      title: translate('kit:problem.forbidden'),
      detail: error.code === 'access.forbidden' ? translate('kit:problem.forbiddenDetail') : refusalIn(error),
    }
  if (error.status === 404)
    return { title: translate('kit:problem.notFound'), detail: translate('kit:problem.notFoundDetail') }
  if (error.status === 412)
    return { title: translate('kit:problem.changed'), detail: translate('kit:problem.changedDetail') }
  if (error.status === 429) {
    return {
      title: translate('kit:problem.tooMany'),
      detail: translate('kit:problem.tooManyDetail', { count: error.retryAfterSeconds ?? 60 }),
    }
  }
  if (error.status >= 500)
    return { title: translate('kit:problem.server'), detail: translate('kit:problem.serverDetail') }
  const said = refusalIn(error)
  return { title: translate('kit:problem.refused'), detail: said === error.title ? '' : said }
}

/** A refusal that stands for the reason of an ability is said as that. */
function refusalIn(error: ApiProblem): string {
  const { reason } = error.body as { reason?: unknown }
  const code = typeof reason === 'string' ? reason : error.code
  return problemIn(code, paramsOf(error)) ?? error.detail
}

function paramsOf(error: ApiProblem): Record<string, unknown> {
  const { params } = error.body as { params?: unknown }
  return typeof params === 'object' && params !== null ? (params as Record<string, unknown>) : {}
}
