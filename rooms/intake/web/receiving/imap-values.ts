import { translate } from '../../../../web-kit/i18n/i18n.ts'
import type { ImapAccount, WriteImapAccount } from '../../contract/imap.ts'

export type Provider = ImapAccount['provider']

/** What is the same for everybody at a provider (their published settings for IMAP with OAuth 2.0). */
const presets = {
  google: {
    host: 'imap.gmail.com',
    tokenUrl: 'https://oauth2.googleapis.com/token',
    scope: 'https://mail.google.com/',
  },
  microsoft: {
    host: 'outlook.office365.com',
    tokenUrl: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
    scope: 'https://outlook.office.com/IMAP.AccessAsUser.All offline_access',
  },
} as const

export const initialImap = (account: ImapAccount | null, address: string) => ({
  on: account?.active ?? false,
  provider: account?.provider ?? ('imap' as Provider),
  host: account?.host ?? '',
  port: account?.port ?? 993,
  security: account?.security ?? ('tls' as ImapAccount['security']),
  ca: account?.ca ?? '',
  username: account?.username ?? address,
  login: account?.login ?? ('password' as ImapAccount['login']),
  password: '',
  tokenUrl: account?.tokenUrl ?? '',
  clientId: account?.clientId ?? '',
  clientSecret: '',
  refreshToken: '',
  scope: account?.scope ?? '',
  folder: account?.folder ?? 'INBOX',
  startWith: account?.startWith ?? ('unread' as ImapAccount['startWith']),
  afterImport: account?.afterImport ?? ('seen' as ImapAccount['afterImport']),
  moveTo: account?.moveTo ?? '',
})

export type ImapValues = ReturnType<typeof initialImap>

/** The fields that a provider decides. */
export function presetOf(provider: Provider): Partial<ImapValues> {
  if (provider === 'imap') return { login: 'password', tokenUrl: '', scope: '' }
  return { ...presets[provider], port: 993, security: 'tls', ca: '', login: 'oauth' }
}

export function checkImap(values: ImapValues, account: ImapAccount | null): Partial<Record<keyof ImapValues, string>> {
  const missing = translate('kit:form.missing')
  return {
    ...(values.host.trim() ? {} : { host: missing }),
    ...(values.username.trim() ? {} : { username: missing }),
    ...(values.folder.trim() ? {} : { folder: missing }),
    ...(values.afterImport === 'move' && !values.moveTo.trim() ? { moveTo: missing } : {}),
    ...(values.login === 'password' && !values.password && !account?.hasPassword ? { password: missing } : {}),
    ...(values.login === 'oauth' && !values.tokenUrl.trim() ? { tokenUrl: missing } : {}),
    ...(values.login === 'oauth' && !values.clientId.trim() ? { clientId: missing } : {}),
  }
}

export function imapBody(values: ImapValues): WriteImapAccount {
  const text = (value: string) => value.trim() || null
  const oauth = values.login === 'oauth'
  return {
    active: values.on,
    provider: values.provider,
    host: values.host.trim(),
    port: Number(values.port) || 993,
    security: values.security,
    ca: text(values.ca),
    username: values.username.trim(),
    login: values.login,
    tokenUrl: oauth ? text(values.tokenUrl) : null,
    clientId: oauth ? text(values.clientId) : null,
    scope: oauth ? text(values.scope) : null,
    folder: values.folder.trim(),
    startWith: values.startWith,
    afterImport: values.afterImport,
    moveTo: values.afterImport === 'move' ? text(values.moveTo) : null,
    // What is left empty stays as it is; what the way of signing in does not use is forgotten.
    ...(oauth ? { password: null } : values.password ? { password: values.password } : {}),
    ...(oauth ? kept({ clientSecret: values.clientSecret }) : { clientSecret: null }),
    ...(oauth ? kept({ refreshToken: values.refreshToken }) : { refreshToken: null }),
  }
}

function kept<K extends string>(secret: Record<K, string>): Partial<Record<K, string>> {
  return Object.values<string>(secret).every(Boolean) ? secret : {}
}
