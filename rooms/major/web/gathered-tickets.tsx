import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSend } from '../../../web-kit/api/use-send.ts'
import { StatusIcon } from '../../../web-kit/ui/status.tsx'
import { gatherTickets, getMajor, type MajorIncident, releaseTicket } from '../contract/http.ts'
import classes from './major.module.css'

/** What hangs on it, and what probably does. */
export function GatheredTickets({ incident }: { incident: MajorIncident }) {
  const { t } = useTranslation('major')
  const [typed, setTyped] = useState('')
  const gather = useSend(gatherTickets, { refresh: [getMajor], onDone: () => setTyped('') })
  const release = useSend(releaseTicket, { refresh: [getMajor] })
  const { number } = incident
  const may = incident.abilities.coordinate.allowed
  const numbers = [...typed.matchAll(/\d{1,12}/g)].map((found) => Number(found[0])).filter((one) => one > 0)
  return (
    <section className={classes.box} aria-labelledby="major-tickets">
      <h2 id="major-tickets" className={classes.heading}>
        {t('tickets.title')}
      </h2>
      {may && (
        <form
          className={classes.row}
          onSubmit={(event) => {
            event.preventDefault()
            if (numbers.length > 0) gather.mutate({ params: { number }, body: { numbers } })
          }}
        >
          <TextInput
            className={classes.grow}
            aria-label={t('tickets.numbers')}
            placeholder={t('tickets.numbersHelp')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={numbers.length === 0} loading={gather.isPending}>
            {t('tickets.add')}
          </Button>
        </form>
      )}
      {incident.children.length === 0 && <p className={classes.dim}>{t('tickets.none')}</p>}
      <ul className={classes.tickets}>
        {incident.children.map((child) => (
          <li key={child.number}>
            <StatusIcon status={child.status} />
            <a href={`/desk/tickets/${child.number}`}>
              <span className={classes.number}>#{child.number}</span> {child.subject}
              <span className={classes.dim}>{child.requester}</span>
            </a>
            {may && (
              <ActionIcon
                size="sm"
                aria-label={t('tickets.release', { number: child.number })}
                onClick={() => release.mutate({ params: { number, child: child.number } })}
              >
                <IconX size={15} stroke={1.75} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {may && incident.suggested.length > 0 && (
        <>
          <h3 className={classes.heading}>{t('tickets.suggested')}</h3>
          <ul className={classes.tickets}>
            {incident.suggested.map((one) => (
              <li key={one.number}>
                <a href={`/desk/tickets/${one.number}`}>
                  <span className={classes.number}>#{one.number}</span> {one.subject}
                </a>
                <ActionIcon
                  size="sm"
                  aria-label={t('tickets.addOne', { number: one.number })}
                  onClick={() => gather.mutate({ params: { number }, body: { numbers: [one.number] } })}
                >
                  <IconPlus size={15} stroke={1.75} />
                </ActionIcon>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
