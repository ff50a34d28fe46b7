import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../web-kit/api/use-api.ts'
import { useSend } from '../../../web-kit/api/use-send.ts'
import { toast } from '../../../web-kit/ui/toast.tsx'
import { getReach, type OnCallSchedule, putReach, renewFeed } from '../contract/http.ts'
import classes from './oncall.module.css'

/** One's phone for providers, and on-call times as a calendar. */
export function MyReach({ schedules }: { schedules: readonly OnCallSchedule[] }) {
  const { t } = useTranslation('oncall')
  const reach = useApi(getReach, {}).data
  const save = useSend(putReach, { refresh: [getReach], onDone: () => toast.done(t('phoneSaved')) })
  const [typed, setTyped] = useState<string>()
  if (!reach) return null
  const phone = (typed ?? reach.phone ?? '').replace(/[\s()/-]/g, '')
  const bad = phone !== '' && !/^\+[0-9]{6,15}$/.test(phone)
  return (
    <section className={classes.schedule} aria-labelledby="on-call-me">
      <h2 id="on-call-me" className={classes.name}>
        {t('me')}
      </h2>
      <form
        className={classes.row}
        onSubmit={(event) => {
          event.preventDefault()
          if (!bad) save.mutate({ body: { phone: phone || null } })
        }}
      >
        <TextInput
          className={classes.grow}
          type="tel"
          label={t('phone')}
          description={t('phoneHelp')}
          value={typed ?? reach.phone ?? ''}
          error={bad && t('phoneBad')}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={bad || typed === undefined} loading={save.isPending}>
          {t('phoneSave')}
        </Button>
      </form>
      <Feed address={reach.feed} schedules={schedules} />
    </section>
  )
}

/** A secret address that a calendar program reads: one's own times, or those of a whole schedule. */
function Feed({ address, schedules }: { address: string | null; schedules: readonly OnCallSchedule[] }) {
  const { t } = useTranslation('oncall')
  const renew = useSend(renewFeed, { refresh: [getReach] })
  const [whose, setWhose] = useState<string>('')
  if (!address) {
    return (
      <div className={classes.offer}>
        <p className={classes.dim}>{t('feedOffer')}</p>
        <Button variant="default" loading={renew.isPending} onClick={() => renew.mutate({})}>
          {t('feedMake')}
        </Button>
      </div>
    )
  }
  const shown = whose ? `${address}?schedule=${whose}` : address
  const copy = () => void navigator.clipboard.writeText(shown).then(() => toast.done(t('feedCopied')))
  return (
    <div className={classes.row}>
      <Select
        label={t('feedOf')}
        allowDeselect={false}
        data={[
          { value: '', label: t('feedMine') },
          ...schedules.map((one) => ({ value: String(one.id), label: one.name })),
        ]}
        value={whose}
        onChange={(value) => setWhose(value ?? '')}
      />
      <TextInput
        className={classes.grow}
        label={t('feed')}
        description={t('feedHelp')}
        readOnly
        value={shown}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button variant="default" onClick={copy}>
        {t('feedCopy')}
      </Button>
      <Button variant="subtle" loading={renew.isPending} onClick={() => renew.mutate({})}>
        {t('feedNew')}
      </Button>
    </div>
  )
}
