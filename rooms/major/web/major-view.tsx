import { Button, Textarea } from '@mantine/core'
import { IconChevronLeft } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../web-kit/api/use-api.ts'
import { useSend } from '../../../web-kit/api/use-send.ts'
import { WithAside } from '../../../web-kit/ui/columns.tsx'
import { Folding } from '../../../web-kit/ui/folding.tsx'
import { ErrorState, TextSkeleton } from '../../../web-kit/ui/states.tsx'
import { Time } from '../../../web-kit/ui/time.tsx'
import { toast } from '../../../web-kit/ui/toast.tsx'
import { endMajor, getMajor, type MajorIncident } from '../contract/http.ts'
import { GatheredTickets } from './gathered-tickets.tsx'
import classes from './major.module.css'
import { MajorFacts, MajorState } from './major-head.tsx'
import { MajorSettings } from './major-settings.tsx'
import { ReviewForm } from './review-form.tsx'
import './strings.ts'
import { MajorTimeline } from './major-timeline.tsx'
import { UpdateForm } from './update-form.tsx'

/** One major incident: what was said, what hangs on it, what happened, and what was learnt. */
export function MajorView({ number }: { number: number }) {
  const { t } = useTranslation('major')
  const read = useApi(getMajor, { params: { number } }, { live: [`ticket:${number}`] })
  if (read.error) return <ErrorState error={read.error} retry={() => void read.refetch()} />
  if (!read.data) return <TextSkeleton lines={8} />
  const incident = read.data
  const { coordinate, review } = incident.abilities
  return (
    <div className={classes.view}>
      <header>
        <a className={classes.back} href="/desk/major-incidents">
          <IconChevronLeft size={15} aria-hidden /> {t('title')}
        </a>
        <div className={classes.cardHead}>
          <h1 className={classes.title}>{incident.title}</h1>
          <MajorState incident={incident} />
        </div>
        <MajorFacts incident={incident} />
        <p className={classes.dim}>
          <a className={classes.link} href={`/desk/tickets/${number}`}>
            #{number} {incident.subject}
          </a>
          {incident.reason && ` · ${incident.reason}`}
        </p>
      </header>
      <WithAside
        asideLabel={t('tickets.title')}
        main={
          <div className={classes.main}>
            <section className={classes.box} aria-labelledby="major-updates">
              <h2 id="major-updates" className={classes.heading}>
                {t('update.title')}
              </h2>
              {coordinate.allowed && <UpdateForm incident={incident} />}
              <Updates incident={incident} />
              {coordinate.allowed && <End number={number} />}
            </section>
            {(review.allowed || incident.review) && <ReviewForm incident={incident} />}
            <section className={classes.box}>
              <Folding title={t('timeline.title')}>
                <MajorTimeline incident={incident} />
              </Folding>
            </section>
          </div>
        }
        aside={
          <div className={classes.main}>
            <GatheredTickets incident={incident} />
            {coordinate.allowed && (
              <section className={classes.box}>
                <Folding title={t('settings.title')} open={false}>
                  <MajorSettings incident={incident} />
                </Folding>
              </section>
            )}
          </div>
        }
      />
    </div>
  )
}

function Updates({ incident }: { incident: MajorIncident }) {
  const { t } = useTranslation('major')
  if (incident.updates.length === 0) return <p className={classes.dim}>{t('update.none')}</p>
  return (
    <ol className={classes.updates}>
      {incident.updates.map((one) => (
        <li key={one.id} data-internal={!one.public || undefined}>
          <p className={classes.words}>{one.text}</p>
          <p className={classes.dim}>
            {one.by} · <Time at={one.at} /> · {one.public ? t('update.told', { count: one.told }) : t('update.inside')}
          </p>
        </li>
      ))}
    </ol>
  )
}

function End({ number }: { number: number }) {
  const { t } = useTranslation('major')
  const [ending, setEnding] = useState(false)
  const [text, setText] = useState('')
  const end = useSend(endMajor, { refresh: [getMajor], onDone: () => toast.done(t('end.done')) })
  if (!ending) {
    return (
      <Button variant="default" size="compact-sm" style={{ alignSelf: 'flex-start' }} onClick={() => setEnding(true)}>
        {t('end.start')}
      </Button>
    )
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        end.mutate({ params: { number }, body: text.trim() ? { text } : {} })
      }}
    >
      <Textarea
        label={t('end.text')}
        autosize
        minRows={2}
        maxLength={10_000}
        autoFocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={classes.row}>
        <Button type="submit" size="compact-sm" loading={end.isPending}>
          {t('end.send')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setEnding(false)}>
          {t('kit:cancel')}
        </Button>
      </div>
    </form>
  )
}
