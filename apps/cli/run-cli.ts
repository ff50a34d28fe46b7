import { existsSync } from 'node:fs'

/** What every command module exports. */
export interface Command {
  help: string
  /** Returns the exit code. */
  run(args: string[]): Promise<number>
}

const commands: Record<string, { summary: string; load: () => Promise<Command> }> = {
  serve: { summary: 'Run the desk', load: () => import('./serve.ts') },
  demo: {
    summary: 'Run the desk as the example hospital, and show an e-mail become a ticket',
    load: () => import('./demo.ts'),
  },
  migrate: { summary: 'Bring the database up to date', load: () => import('./migrate.ts') },
  seed: { summary: 'Load an example world', load: () => import('./seed.ts') },
  'admin create': { summary: 'Add an administrator', load: () => import('./admin-create.ts') },
  'admin api-key': { summary: 'Make an API key', load: () => import('./admin-api-key.ts') },
  backup: { summary: 'Copy the database and the files, while the desk runs', load: () => import('./backup.ts') },
  deliver: {
    summary: 'Hand over one e-mail from standard input, for a pipe from a mail server',
    load: () => import('./deliver.ts'),
  },
  doctor: { summary: 'Check the set-up and say what is wrong', load: () => import('./doctor.ts') },
}

/** Runs one command line and returns the exit code: 0 done, 1 failed, 2 not understood. */
export async function runCli(args: string[]): Promise<number> {
  const words = args.slice(0, 2).join(' ')
  const name = words in commands ? words : (args[0] ?? '')
  if (args.length === 0 || ['help', '--help', '-h'].includes(name)) {
    console.log(overview())
    return args.length === 0 ? 2 : 0
  }
  const command = commands[name]
  if (!command) {
    console.error(`deskhand: there is no command "${name}".\n\n${overview()}`)
    return 2
  }
  try {
    if (existsSync('.env')) process.loadEnvFile('.env')
    const { help, run } = await command.load()
    const rest = args.slice(name.split(' ').length)
    if (rest.includes('--help') || rest.includes('-h')) {
      console.log(help)
      return 0
    }
    return await run(rest)
  } catch (error) {
    const { explain } = await import('./explain.ts')
    console.error(`deskhand: ${explain(error)}`)
    return isUsageError(error) ? 2 : 1
  }
}

const isUsageError = (error: unknown) =>
  error instanceof Error && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')

function overview(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length))
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`)
  return `Usage: deskhand <command> [options]\n\n${lines.join('\n')}\n\n\`deskhand <command> --help\` says more. Settings: docs/CONFIGURATION.md.`
}
