import { Button, Checkbox, Stack, Switch, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowsUpDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { FormActions } from '../../../../web-kit/forms/form-actions.tsx'
import { StatusIcon } from '../../../../web-kit/ui/status.tsx'
import type { MergePreview } from '../../contract/http.ts'
import type { TicketRow } from '../use-ticket.ts'
import classes from './merge.module.css'
import { useMerge } from './use-merge.ts'

interface Props {
  preview: Static<typeof MergePreview>
  onTurn: () => void
  onClose: () => void
  onMerged: (into: number) => void
}

export function MergeForm({ preview, onTurn, onClose, onMerged }: Props) {
  const { t } = useTranslation('merge')
  const { from, into, people, caution, addWatchers } = preview
  const [following, setFollowing] = useState(() => new Set(addWatchers ? people.map((one) => one.id) : []))
  const [reason, setReason] = useState('')
  const [tell, setTell] = useState(false)
  const { merge } = useMerge()
  const strangers = people.filter((one) => !one.follows)
  const follow = (id: number, does: boolean) =>
    setFollowing((before) => new Set(does ? [...before, id] : [...before].filter((one) => one !== id)))
  const submit = async () => {
    const why = reason.trim()
    const body = {
      into: into.number,
      addWatchers: people.filter((one) => one.follows || following.has(one.id)).map((one) => one.id),
      tellRequester: tell,
      ...(why ? { reason: why } : {}),
    }
    const done = await merge
      .mutateAsync({ params: { number: from.number }, body, ifMatch: from.version })
      .catch(() => undefined)
    if (!done) return
    onClose()
    onMerged(into.number)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Stack gap="md">
        <div className={classes.both}>
          <Side ticket={from} />
          <div className={classes.between}>
            <IconArrowDown size={15} aria-hidden /> {t('goesOnIn')}
            <Button
              size="compact-xs"
              variant="subtle"
              leftSection={<IconArrowsUpDown size={13} aria-hidden />}
              onClick={onTurn}
            >
              {t('swap')}
            </Button>
          </div>
          <Side ticket={into} />
        </div>
        {strangers.length === 0 ? (
          <p className={classes.help}>{t('nobodyElse', { from: from.number, into: into.number })}</p>
        ) : (
          <fieldset className={classes.people}>
            <legend>{t('follow', { number: into.number })}</legend>
            {caution && <p className={classes.caution}>{t(`caution.${caution}`, { number: into.number })}</p>}
            {people.map((one) => (
              <Checkbox
                key={one.id}
                label={one.name}
                description={[one.email, t(`roles.${one.role}`), one.follows && t('sees')].filter(Boolean).join(' · ')}
                checked={one.follows || following.has(one.id)}
                disabled={one.follows}
                onChange={(event) => follow(one.id, event.currentTarget.checked)}
              />
            ))}
            <p className={classes.help}>{t('unfollowed', { number: into.number })}</p>
          </fieldset>
        )}
        <Switch
          label={t('tell', { name: from.requester.name, number: into.number })}
          checked={tell}
          onChange={(event) => setTell(event.currentTarget.checked)}
        />
        <TextInput
          label={t('reason')}
          description={t('reasonHelp')}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <FormActions submitLabel={t('submit', { number: into.number })} busy={merge.isPending} onCancel={onClose} />
      </Stack>
    </form>
  )
}

function Side({ ticket }: { ticket: TicketRow }) {
  return (
    <div className={classes.side}>
      <StatusIcon status={ticket.status} />
      <span className={classes.number}>#{ticket.number}</span>
      <span className={classes.subject}>{ticket.subject}</span>
      <span className={classes.who}>{ticket.requester.name}</span>
    </div>
  )
}
