import { ActionIcon, CopyButton, Tooltip } from '@mantine/core'
import { IconCheck, IconLink, IconPencil } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keepMine } from './keep-mine.ts'
import classes from './ticket-header.module.css'
import type { Ticket } from './use-ticket.ts'
import { useTicketActions } from './use-ticket-actions.ts'

interface Props {
  ticket: Ticket
  /** Status, priority, who, due. */
  children: ReactNode
}

/** Number and subject, and under them what is set on the ticket. */
export function TicketHeader({ ticket, children }: Props) {
  const { t } = useTranslation('ticket')
  const [editing, setEditing] = useState(false)
  return (
    <header className={classes.header}>
      {editing ? (
        <SubjectField ticket={ticket} onDone={() => setEditing(false)} />
      ) : (
        <div className={classes.line}>
          <h1 className={classes.subject}>
            <span className={classes.number}>#{ticket.number}</span> {ticket.subject}
          </h1>
          <span className={classes.tools}>
            {ticket.abilities.update.allowed && (
              <Tooltip label={t('editSubject')}>
                <ActionIcon aria-label={t('editSubject')} onClick={() => setEditing(true)}>
                  <IconPencil size={16} stroke={1.75} />
                </ActionIcon>
              </Tooltip>
            )}
            <CopyButton value={`${location.origin}/desk/tickets/${ticket.number}`}>
              {({ copied, copy }) => (
                <Tooltip label={copied ? t('copied') : t('copyLink')}>
                  <ActionIcon aria-label={t('copyLink')} onClick={copy}>
                    {copied ? <IconCheck size={16} /> : <IconLink size={16} stroke={1.75} />}
                  </ActionIcon>
                </Tooltip>
              )}
            </CopyButton>
          </span>
        </div>
      )}
      <div className={classes.values}>{children}</div>
    </header>
  )
}

function SubjectField({ ticket, onDone }: { ticket: Ticket; onDone: () => void }) {
  const { t } = useTranslation('ticket')
  const { changePlain } = useTicketActions()
  const [subject, setSubject] = useState(ticket.subject)
  const [began] = useState(ticket.subject)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  const save = async () => {
    const mine = subject.trim()
    onDone()
    if (mine && (await keepMine(t, { began, now: ticket.subject, mine })))
      await changePlain(ticket.number, { subject: mine }, { subject: mine })
  }
  return (
    <input
      ref={field}
      className={classes.field}
      value={subject}
      maxLength={500}
      aria-label={t('subject')}
      onChange={(event) => setSubject(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') onDone()
      }}
    />
  )
}
