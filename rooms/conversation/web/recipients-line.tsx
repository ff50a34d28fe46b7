import { useTranslation } from 'react-i18next'
import classes from './message-card.module.css'
import type { Message } from './use-thread.ts'

const SHOWN = 3
const nameOf = (one: { name: string | null; email: string }) => one.name || one.email

/** To whom a mail went, in one line; all of them on hover and in its origin. */
export function RecipientsLine({ recipients }: { recipients: NonNullable<Message['recipients']> }) {
  const { t } = useTranslation('conversation')
  const parts = (['to', 'cc', 'bcc'] as const).flatMap((kind) => {
    const all = recipients[kind]
    if (all.length === 0) return []
    const more = all.length - SHOWN
    const words = all.slice(0, SHOWN).map(nameOf).join(', ')
    return [{ kind, words: more > 0 ? `${words} +${more}` : words, all: all.map((one) => one.email).join(', ') }]
  })
  if (parts.length === 0) return null
  return (
    <p className={classes.recipients}>
      {parts.map(({ kind, words, all }) => (
        <span key={kind} title={all}>
          <span className={classes.label}>{t(`recipients.${kind}`)}</span> {words}
        </span>
      ))}
    </p>
  )
}
