import type { ImapFlow } from 'imapflow'
import type { Cx } from '../../../../platform/cx.ts'
import type { Trouble } from '../../contract/doors.ts'
import type { ImapTrial, trialSteps, WriteImapAccount } from '../../contract/imap.ts'
import { secretsOf } from './account.ts'
import { askToken } from './ask-token.ts'
import { connect, disconnect, type Login, passwordOf } from './connect.ts'
import { DoorProblem, troubleOf } from './explain-trouble.ts'
import { checkAccount, mailboxMustExist, rowOf } from './manage-account.ts'

type Step = (typeof trialSteps)[number]

const MOST_FOLDERS = 500

/** Goes the whole way to the folder with settings that need not be saved, and says at which step it ends and why. */
export async function tryImapAccountNow(cx: Cx, mailboxId: number, body: WriteImapAccount): Promise<ImapTrial> {
  await mailboxMustExist(cx.db, mailboxId)
  const known = await rowOf(cx.db, mailboxId)
  checkAccount(body, known)
  const trial: ImapTrial = { ok: false, steps: [], folders: [], messages: null, unread: null, idle: null }
  let client: ImapFlow | undefined
  try {
    const kept = known ? await secretsOf(cx.db, known) : { password: null, clientSecret: null, refreshToken: null }
    const secrets = {
      password: body.password === undefined ? kept.password : body.password,
      clientSecret: body.clientSecret === undefined ? kept.clientSecret : body.clientSecret,
      refreshToken: body.refreshToken === undefined ? kept.refreshToken : body.refreshToken,
    }
    client = await connect(body, await loginFor({ ...body, ...secrets }))
    pass(trial, 'find', 'connect', ...(body.security === 'none' ? [] : (['encrypt'] as const)), 'login')
    await lookAround(client, body, trial)
    trial.ok = trial.steps.every((step) => step.ok)
  } catch (error) {
    const trouble = troubleOf(error)
    const at = trial.steps.length > 0 ? 'folder' : stepOf(trouble)
    if (trial.steps.length === 0) pass(trial, ...stepsBefore(at, body.security !== 'none'))
    trial.steps.push({ step: at, ok: false, trouble })
  } finally {
    if (client) await disconnect(client)
  }
  return trial
}

function loginFor(
  account: Parameters<typeof askToken>[0] & { login: string; password: string | null },
): Promise<Login> {
  if (account.login === 'oauth') return askToken(account).then(({ accessToken }) => ({ accessToken }))
  return Promise.resolve(passwordOf(account))
}

async function lookAround(client: ImapFlow, body: WriteImapAccount, trial: ImapTrial): Promise<void> {
  const folders = await client.list({ listOnly: true })
  trial.folders = folders
    .filter((one) => !one.flags.has('\\Noselect'))
    .map((one) => one.path)
    .slice(0, MOST_FOLDERS)
  trial.idle = client.capabilities.has('IDLE')
  const status = await statusOf(client, body.folder)
  trial.messages = status.messages ?? null
  trial.unread = status.unseen ?? null
  pass(trial, 'folder')
  if (body.afterImport !== 'move' || !body.moveTo) return
  // A folder that is missing is made when it is needed; that it can be is only seen then.
  pass(trial, 'move')
}

async function statusOf(client: ImapFlow, folder: string) {
  try {
    const opened = await client.mailboxOpen(folder, { readOnly: true })
    const status = await client.status(folder, { unseen: true })
    return { messages: opened.exists, unseen: status ? status.unseen : undefined }
  } catch (error) {
    if (!client.usable) throw error
    throw new DoorProblem('folder', `${folder}: ${troubleOf(error).detail}`, error)
  }
}

function pass(trial: ImapTrial, ...steps: Step[]): void {
  for (const step of steps) trial.steps.push({ step, ok: true, trouble: null })
}

function stepOf({ code }: Trouble): Step {
  if (code === 'dns') return 'find'
  if (code === 'login' || code === 'token' || code === 'no_secret') return 'login'
  if (code.startsWith('tls') || code === 'no_starttls') return 'encrypt'
  return 'connect'
}

function stepsBefore(at: Step, encrypted: boolean): Step[] {
  const all: Step[] = ['find', 'connect', ...(encrypted ? (['encrypt'] as const) : []), 'login']
  return all.slice(0, Math.max(0, all.indexOf(at)))
}
