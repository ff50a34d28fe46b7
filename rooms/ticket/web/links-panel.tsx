import { ActionIcon, Button, Group, NumberInput, Select } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { StatusIcon } from '../../../web-kit/ui/status.tsx'
import { relations } from '../contract/http.ts'
import classes from './links-panel.module.css'
import type { Ticket } from './use-ticket.ts'
import { useTicketActions } from './use-ticket-actions.ts'

interface Props {
  ticket: Ticket
  /** A link to a ticket, in the way of the app. */
  link: (number: number, children: ReactNode) => ReactNode
}

/** Other tickets this one hangs together with. */
export function LinksPanel({ ticket, link }: Props) {
  const { t } = useTranslation('ticket')
  const { removeLink } = useTicketActions()
  const [adding, setAdding] = useState(false)
  return (
    <div>
      <ul className={classes.list}>
        {ticket.links.map((one) => (
          <li key={one.id} className={classes.item}>
            <StatusIcon status={one.status} size={14} />
            <span className={classes.words}>
              <span className={classes.relation}>{t(`relations.${one.relation}.${one.direction}`)}</span>{' '}
              {link(one.number, `#${one.number} ${one.subject}`)}
            </span>
            {ticket.abilities.link.allowed && (
              <ActionIcon
                size={24}
                aria-label={t('removeLink', { number: one.number })}
                onClick={() => removeLink.mutate({ params: { number: ticket.number, link: one.id } })}
              >
                <IconX size={12} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {adding ? (
        <AddLink ticket={ticket} onDone={() => setAdding(false)} />
      ) : (
        ticket.abilities.link.allowed && (
          <Button variant="subtle" size="compact-xs" onClick={() => setAdding(true)}>
            {t('addLink')}
          </Button>
        )
      )}
    </div>
  )
}

function AddLink({ ticket, onDone }: { ticket: Ticket; onDone: () => void }) {
  const { t } = useTranslation('ticket')
  const { addLink } = useTicketActions()
  const [relation, setRelation] = useState<(typeof relations)[number]>('relates_to')
  const [to, setTo] = useState<number | string>('')
  return (
    <form
      onSubmit={async (event) => {
        event.preventDefault()
        if (typeof to !== 'number') return
        await addLink.mutateAsync({ params: { number: ticket.number }, body: { relation, to } }).then(onDone, () => {})
      }}
    >
      <Group gap={6} align="end">
        <Select
          size="xs"
          flex={1}
          aria-label={t('relation')}
          data={relations.map((one) => ({ value: one, label: t(`relations.${one}.to`) }))}
          value={relation}
          allowDeselect={false}
          onChange={(value) => value && setRelation(value as typeof relation)}
        />
        <NumberInput
          size="xs"
          w={90}
          aria-label={t('number')}
          placeholder="#"
          value={to}
          onChange={setTo}
          hideControls
          autoFocus
        />
        <Button size="xs" type="submit" loading={addLink.isPending}>
          {t('addLink')}
        </Button>
      </Group>
    </form>
  )
}
