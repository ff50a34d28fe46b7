import { Badge, Button, Textarea, TextInput } from '@mantine/core'
import { IconArrowBackUp, IconCheck, IconStairsUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Time } from '../../../web-kit/ui/time.tsx'
import { toast } from '../../../web-kit/ui/toast.tsx'
import { whyNot } from '../../../web-kit/ui/why-not.ts'
import type { Escalation, TicketEscalations } from '../contract/http.ts'
import classes from './escalation.module.css'
import { HandOffWords } from './hand-off-words.tsx'
import { LeadsCard } from './leads-card.tsx'
import { openOf, useEscalationActions } from './use-escalations.ts'

interface Props {
  number: number
  found: TicketEscalations
}

/** The hand-off a ticket is under, above its conversation: whoever receives it reads this first, then takes or returns it. */
export function EscalationCard({ number, found, viewerId }: Props & { viewerId: number | undefined }) {
  const open = openOf(found)
  const leads = found.items.filter((one) => one.kind === 'hierarchical' && one.ended === null)
  const mayOverride = found.abilities.override.allowed
  return (
    <>
      {leads.map((one) => (
        <LeadsCard key={one.id} number={number} one={one} viewerId={viewerId} mayOverride={mayOverride} />
      ))}
      {open && <Card key={open.id} number={number} open={open} found={found} />}
    </>
  )
}

function Card({ number, found, open }: Props & { open: Escalation }) {
  const { t } = useTranslation('escalation')
  const [shown, setShown] = useState(open.accepted === null)
  const to = open.to?.name ?? open.supplier ?? ''
  return (
    <section className={classes.card} data-waiting={open.accepted === null || undefined} aria-label={t('card')}>
      <header className={classes.head}>
        <IconStairsUp size={18} stroke={1.9} aria-hidden />
        <h2 className={classes.title}>{open.from ? t('fromTo', { from: open.from.name, to }) : t('toOnly', { to })}</h2>
        <Badge variant="light" color={open.accepted ? 'green' : 'yellow'}>
          {t(open.accepted ? 'state.accepted' : 'state.waiting')}
        </Badge>
        {found.bounces > 0 && (
          <Badge variant="light" color="red">
            {t('bounces', { count: found.bounces })}
          </Badge>
        )}
      </header>
      <p className={classes.by}>
        {t('by', { name: open.startedBy })} · <Time at={open.startedAt} />
        {open.accepted && (
          <>
            {' · '}
            {t('acceptedBy', { name: open.accepted.by })} <Time at={open.accepted.at} />
            {open.accepted.reference && ` · ${open.accepted.reference}`}
          </>
        )}
        {open.contact && ` · ${t('contact', { name: open.contact })}`}
      </p>
      {open.handOff ? (
        shown && <HandOffWords handOff={open.handOff} />
      ) : (
        <p className={classes.reason}>{t('withoutHandOff', { reason: open.reason })}</p>
      )}
      <Actions number={number} open={open} found={found} shown={shown} onShow={() => setShown(!shown)} />
    </section>
  )
}

interface ActionProps extends Props {
  open: Escalation
  shown: boolean
  onShow: () => void
}

function Actions({ number, open, found, shown, onShow }: ActionProps) {
  const { t } = useTranslation('escalation')
  const { accept, giveBack, withdraw } = useEscalationActions()
  const [returning, setReturning] = useState(false)
  const [reason, setReason] = useState('')
  const [reference, setReference] = useState('')
  const { abilities } = found
  const params = { number, id: open.id }
  const waiting = open.accepted === null
  if (returning) {
    const send = () =>
      giveBack.mutate(
        { params, body: { reason } },
        { onSuccess: () => toast.done(t('done.returned', { name: open.from?.name ?? open.startedBy })) },
      )
    return (
      <form
        className={classes.return}
        onSubmit={(event) => {
          event.preventDefault()
          if (reason.trim().length > 2) send()
        }}
      >
        <Textarea
          label={t('returnReason')}
          description={t('returnHelp', { name: open.startedBy })}
          autosize
          minRows={2}
          maxLength={4000}
          data-autofocus
          autoFocus
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className={classes.buttons}>
          <Button type="submit" size="compact-sm" loading={giveBack.isPending} disabled={reason.trim().length < 3}>
            {t('return')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setReturning(false)}>
            {t('kit:cancel')}
          </Button>
        </div>
      </form>
    )
  }
  return (
    <div className={classes.buttons}>
      {waiting && abilities.accept.allowed && (
        <>
          {open.supplier && (
            <TextInput
              size="xs"
              aria-label={t('reference')}
              placeholder={t('reference')}
              maxLength={200}
              value={reference}
              onChange={(event) => setReference(event.currentTarget.value)}
            />
          )}
          <Button
            size="compact-sm"
            leftSection={<IconCheck size={15} stroke={2} />}
            loading={accept.isPending}
            onClick={() =>
              accept.mutate(
                { params, body: reference.trim() ? { reference } : {} },
                { onSuccess: () => toast.done(t('done.accepted', { number })) },
              )
            }
          >
            {t(open.supplier ? 'acceptedBySupplier' : 'accept')}
          </Button>
        </>
      )}
      {abilities.return.allowed && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconArrowBackUp size={15} stroke={1.9} />}
          onClick={() => setReturning(true)}
        >
          {t('return')}
        </Button>
      )}
      {waiting && abilities.withdraw.allowed && (
        <Button
          size="compact-sm"
          variant="subtle"
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate({ params }, { onSuccess: () => toast.done(t('done.withdrawn', { number })) })}
        >
          {t('withdraw')}
        </Button>
      )}
      {open.handOff && !waiting && (
        <Button size="compact-sm" variant="subtle" aria-expanded={shown} onClick={onShow}>
          {t(shown ? 'fold' : 'unfold')}
        </Button>
      )}
      {waiting && !abilities.accept.allowed && <span className={classes.by}>{whyNot(abilities.accept)}</span>}
    </div>
  )
}
