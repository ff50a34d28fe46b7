import type { ReactNode } from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../web-kit/api/use-api.ts'
import { dateAndTime } from '../../../web-kit/i18n/formats.ts'
import { type Choice, Picker } from '../../../web-kit/ui/picker.tsx'
import { PillButton } from '../../../web-kit/ui/pill-button.tsx'
import { Time } from '../../../web-kit/ui/time.tsx'
import { whyNot } from '../../../web-kit/ui/why-not.ts'
import { listCategories, listServices } from '../../catalog/contract/http.ts'
import { kinds } from '../contract/http.ts'
import { TagsField } from './tags-field.tsx'
import { TextField } from './text-field.tsx'
import classes from './ticket-facts-panel.module.css'
import type { Ticket } from './use-ticket.ts'
import { useTicketActions } from './use-ticket-actions.ts'

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.line}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

interface PickLineProps {
  label: string
  value: string
  chosen: string
  choices: Choice[]
  reason: string | undefined
  onOpened?: () => void
  onPick: (value: string) => void
}

function PickLine({ label, value, chosen, choices, reason, onOpened, onPick }: PickLineProps) {
  const [opened, setOpened] = useState(false)
  const open = (next: boolean) => {
    setOpened(next)
    if (next) onOpened?.()
  }
  return (
    <Line label={label}>
      <Picker label={label} opened={opened} onOpen={open} choices={choices} chosen={[chosen]} onPick={onPick}>
        <PillButton bare reason={reason} aria-label={`${label}: ${value}`} onClick={() => open(!opened)}>
          {value}
        </PillButton>
      </Picker>
    </Line>
  )
}

/** The fields of a ticket, each changed where it stands. */
export function TicketFactsPanel({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('ticket')
  const { changePlain } = useTicketActions()
  const [asked, setAsked] = useState(false)
  const services = useApi(listServices, { query: { active: true } }, { enabled: asked }).data?.items ?? []
  const categories = useApi(listCategories, { query: { active: true } }, { enabled: asked }).data?.items ?? []
  const none = t('none')
  const reason = whyNot(ticket.abilities.update)
  const ask = () => setAsked(true)
  const pickRef = (name: 'service' | 'category', list: ReadonlyArray<{ id: number; name: string }>, value: string) => {
    const found = list.find((one) => String(one.id) === value)
    const shown = found ? { id: found.id, name: found.name } : null
    void changePlain(ticket.number, { [name]: shown?.id ?? null }, { [name]: shown })
  }
  const text = (name: 'affectedThing' | 'location' | 'errorMessage', long = false) => (
    <Line label={t(name)}>
      <TextField
        label={t(name)}
        value={ticket[name] ?? ''}
        long={long}
        reason={reason}
        onSave={(value) => void changePlain(ticket.number, { [name]: value || null }, { [name]: value || null })}
      />
    </Line>
  )
  return (
    <dl className={classes.facts}>
      <PickLine
        label={t('kind')}
        value={t(`kinds.${ticket.kind}`)}
        chosen={ticket.kind}
        choices={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        reason={reason}
        onPick={(kind) =>
          void changePlain(ticket.number, { kind: kind as Ticket['kind'] }, { kind: kind as Ticket['kind'] })
        }
      />
      <PickLine
        label={t('service')}
        value={ticket.service?.name ?? none}
        chosen={String(ticket.service?.id ?? '')}
        choices={[{ value: '', label: none }, ...services.map((s) => ({ value: String(s.id), label: s.name }))]}
        reason={reason}
        onOpened={ask}
        onPick={(value) => pickRef('service', services, value)}
      />
      <PickLine
        label={t('category')}
        value={ticket.category?.name ?? none}
        chosen={String(ticket.category?.id ?? '')}
        choices={[
          { value: '', label: none },
          ...categories.map((c) => ({ value: String(c.id), label: c.name, hint: c.path.slice(0, -1).join(' › ') })),
        ]}
        reason={reason}
        onOpened={ask}
        onPick={(value) => pickRef('category', categories, value)}
      />
      <Line label={t('tags')}>
        <TagsField
          tags={ticket.tags}
          reason={reason}
          onSave={(tags) => void changePlain(ticket.number, { tags }, { tags })}
        />
      </Line>
      {text('affectedThing')}
      {text('location')}
      {text('errorMessage', true)}
      <Line label={t('estimatedAt')}>
        <TextField
          label={t('estimatedAt')}
          type="datetime-local"
          value={ticket.estimatedAt ? localInput(ticket.estimatedAt) : ''}
          shown={ticket.estimatedAt ? dateAndTime(new Date(ticket.estimatedAt)) : ''}
          reason={reason}
          onSave={(value) => {
            const estimatedAt = value ? new Date(value).toISOString() : null
            void changePlain(ticket.number, { estimatedAt }, { estimatedAt })
          }}
        />
      </Line>
      <Line label={t('channel')}>
        <span className={classes.plain}>{t(`channels.${ticket.channel}`)}</span>
      </Line>
      <Line label={t('createdAt')}>
        <Time at={ticket.createdAt} className={classes.plain} />
      </Line>
    </dl>
  )
}

/** An instant as `datetime-local` wants it: the viewer's wall clock. */
function localInput(at: string): string {
  const time = new Date(at)
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
