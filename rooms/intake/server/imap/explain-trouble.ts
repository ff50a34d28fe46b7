import type { DoorTrouble, Trouble } from '../../contract/doors.ts'

/** Something is wrong with a door; `code` says what in a way that screens have words for. */
export class DoorProblem extends Error {
  readonly code: DoorTrouble
  constructor(code: DoorTrouble, detail: string, cause?: unknown) {
    super(detail, { cause })
    this.code = code
  }
}

const words: Record<DoorTrouble, string> = {
  dns: 'The name of the server is not known. Check it for a mistake.',
  refused: 'The server does not take connections on this port. Check host and port.',
  timeout: 'The server did not answer in time. Check host and port, and firewalls on the way.',
  closed: 'The server closed the connection.',
  tls: 'No encrypted connection could be agreed on. Check whether the port speaks TLS or STARTTLS.',
  tls_untrusted: 'The certificate of the server is not signed by an authority this desk trusts.',
  tls_name: 'The certificate of the server is for another name.',
  tls_expired: 'The certificate of the server has expired.',
  no_starttls: 'The server offers no STARTTLS.',
  login: 'The server refused user name and password, or the token.',
  no_secret: 'A password, or what a token is asked for with, is missing. Enter it once more.',
  token: 'The sign-in service gave no token. The consent may have been withdrawn, or the client secret has expired.',
  folder: 'The folder does not exist or may not be opened.',
  after_import: 'Messages are imported, but could not be marked, moved or deleted on the server.',
  server: 'The server answered in a way that was not expected.',
  storage: 'The desk itself could not store messages; they wait on the server.',
}

export function troubleOf(error: unknown): Trouble {
  const problem = error instanceof DoorProblem ? error : asProblem(error)
  return told(problem.code, problem.message)
}

export function told(code: DoorTrouble, detail: string): Trouble {
  return { code, words: words[code], detail: detail.replace(/\s+/g, ' ').trim().slice(0, 500) }
}

const byNodeCode: Record<string, DoorTrouble> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_NODATA: 'dns',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'refused',
  ENETUNREACH: 'refused',
  EACCES: 'refused',
  ETIMEDOUT: 'timeout',
  ETIMEOUT: 'timeout',
  CONNECT_TIMEOUT: 'timeout',
  GREETING_TIMEOUT: 'timeout',
  UPGRADE_TIMEOUT: 'timeout',
  ECONNRESET: 'closed',
  EPIPE: 'closed',
  NoConnection: 'closed',
  EConnectionClosed: 'closed',
  ClosedAfterConnectText: 'closed',
  ClosedAfterConnectTLS: 'tls',
  EPROTO: 'tls',
  CERT_HAS_EXPIRED: 'tls_expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'tls_name',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls_untrusted',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls_untrusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls_untrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'tls_untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls_untrusted',
}

interface Failure {
  code?: string
  message?: string
  authenticationFailed?: boolean
  tlsFailed?: boolean
  responseText?: string
  response?: unknown
  oauthError?: { status?: string }
  reason?: string
}

function asProblem(error: unknown): DoorProblem {
  const failure = (error ?? {}) as Failure
  const said = [failure.responseText, failure.response, failure.reason].find((one) => typeof one === 'string' && one)
  const detail = String(said ?? failure.message ?? error)
  return new DoorProblem(codeOf(failure), failure.code && !said ? `${detail} (${failure.code})` : detail, error)
}

function codeOf(failure: Failure): DoorTrouble {
  if (failure.authenticationFailed) return 'login'
  const known = byNodeCode[failure.code ?? '']
  if (known) return known
  if (failure.code?.startsWith('ERR_SSL_') || failure.code?.startsWith('ERR_TLS_')) return 'tls'
  if (/does not support STARTTLS/i.test(failure.message ?? '')) return 'no_starttls'
  if (failure.tlsFailed) return 'tls'
  return 'server'
}
