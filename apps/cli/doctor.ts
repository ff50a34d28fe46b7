import { parseArgs } from 'node:util'
import { readSettings } from '../../platform/config/index.ts'
import { processSettings } from '../../platform/config/settings.ts'
import { openLog } from '../../platform/log/index.ts'
import { rooms } from '../server/compose.ts'
import { openDatabase } from '../server/database.ts'
import { allSettings } from '../server/read-settings.ts'
import { checkDatabase } from './checks/database.ts'
import { type Finding, fail, ok } from './checks/finding.ts'
import { checkDataFolder, checkNode, checkWebBuild } from './checks/machine.ts'
import { checkMailOut, checkPort, checkPublicUrl } from './checks/network.ts'
import { explain } from './explain.ts'

export const help = `Usage: deskhand doctor

Checks Node, settings, database, data folder, ports and mail, beside a running desk or without one, and says in words
what is wrong. The exit code is 1 when something would keep the desk from working.`

export async function run(args: string[]): Promise<number> {
  parseArgs({ args })
  const findings: Finding[] = []
  const say = (...more: Finding[]) => {
    findings.push(...more)
    for (const { verdict, about, words } of more) console.log(`${verdict.padEnd(4)}  ${about}: ${words}`)
  }
  say(checkNode(), ...checkSettings())
  if (findings.every((finding) => finding.verdict !== 'fail')) {
    const settings = readSettings(processSettings, process.env)
    say(...checkDataFolder(settings.dataDir), ...(await openAndCheckDatabase(settings)), checkWebBuild())
    say(await checkPort('PORT', settings.host, settings.port, /"version"/))
    const smtpPort = settingText('SMTP_IN_PORT')
    const smtpHost = String(settingText('SMTP_IN_HOST') ?? settings.host)
    if (smtpPort !== undefined) say(await checkPort('SMTP_IN_PORT', smtpHost, Number(smtpPort), /^220/))
    say(await checkMailOut(process.env.SMTP_OUT_URL), checkPublicUrl(settings.publicUrl))
  }
  return conclude(findings)
}

function checkSettings(): Finding[] {
  const wrong = allSettings(rooms).flatMap((setting) => {
    try {
      readSettings({ setting }, process.env)
      return []
    } catch (error) {
      return [fail('Settings', explain(error))]
    }
  })
  return wrong.length > 0 ? wrong : [ok('Settings', 'all are valid')]
}

async function openAndCheckDatabase(settings: {
  databaseUrl: string | undefined
  dataDir: string
}): Promise<Finding[]> {
  const { databaseUrl, dataDir } = settings
  try {
    const log = openLog('silent')
    const options = { databaseUrl, dataDir, poolSize: 4, log, command: 'deskhand doctor', share: true }
    const database = await openDatabase(options)
    try {
      return await checkDatabase(database)
    } finally {
      await database.close()
    }
  } catch (error) {
    return [fail('Database', explain(error))]
  }
}

const settingText = (env: string) =>
  process.env[env] ?? allSettings(rooms).find((setting) => setting.env === env)?.default

function conclude(findings: Finding[]): number {
  const count = (verdict: Finding['verdict']) => findings.filter((finding) => finding.verdict === verdict).length
  const [failed, warned] = [count('fail'), count('warn')]
  if (failed > 0) console.log(`\n${failed} of these must be put right before the desk works.`)
  else console.log(warned > 0 ? `\nThe desk works; ${warned} of these could be better.` : '\nAll is well.')
  return failed > 0 ? 1 : 0
}
