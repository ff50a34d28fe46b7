import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../web-kit/api/use-api.ts'
import { useSend } from '../../../web-kit/api/use-send.ts'
import { toast } from '../../../web-kit/ui/toast.tsx'
import { getReach, putReach, renewFeed } from '../contract/http.ts'
import classes from './oncall.module.css'

/** One's phone for providers, and one's times as a calendar. */
export function MyReach() {
  const { t } = useTranslation('oncall')
  const reach = useApi(getReach, {}).data
  const save = useSend(putReach, { refresh: [getReach], onDone: () => toast.done(t('phoneSaved')) })
  const renew = useSend(renewFeed, { refresh: [getReach] })
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
      <div className={classes.row}>
        <TextInput
          className={classes.grow}
          label={t('feed')}
          description={t('feedHelp')}
          readOnly
          value={reach.feed ?? ''}
          placeholder="–"
        />
        {reach.feed && (
          <Button
            variant="default"
            onClick={() => void navigator.clipboard.writeText(reach.feed ?? '').then(() => toast.done(t('feedCopied')))}
          >
            {t('feedCopy')}
          </Button>
        )}
        <Button variant="default" loading={renew.isPending} onClick={() => renew.mutate({})}>
          {t(reach.feed ? 'feedNew' : 'feedMake')}
        </Button>
      </div>
    </section>
  )
}
