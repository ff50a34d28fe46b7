import { type Logger, pino } from 'pino'

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>

/** Structured log on stderr, so that stdout stays free for the answers of CLI commands. Never pass bodies or secrets. */
export function openLog(level: string): Logger {
  return pino(
    {
      level,
      base: null,
      redact: {
        paths: ['password', 'token', 'secret', 'authorization', 'cookie', '*.password', '*.token', '*.secret'],
      },
    },
    pino.destination({ dest: 2, sync: true }),
  )
}
