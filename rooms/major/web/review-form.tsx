import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../web-kit/api/api.ts'
import { RecordForm } from '../../../web-kit/forms/record-form.tsx'
import { useSaveForm } from '../../../web-kit/forms/use-save-form.ts'
import { Time } from '../../../web-kit/ui/time.tsx'
import { getMajor, type MajorIncident, writeReview } from '../contract/http.ts'
import classes from './major.module.css'

const parts = ['summary', 'cause', 'well', 'better'] as const
const fields = [...parts, 'actions' as const]

/** What was learnt: written by whoever coordinated, read by everybody who works here. */
export function ReviewForm({ incident }: { incident: MajorIncident }) {
  const { t } = useTranslation('major')
  const { review } = incident
  const [changing, setChanging] = useState(false)
  const form = useSaveForm({
    version: incident.version,
    initial: {
      summary: review?.summary ?? '',
      cause: review?.cause ?? '',
      well: review?.well ?? '',
      better: review?.better ?? '',
      actions: review?.actions.join('\n') ?? '',
    },
    save: ({ actions, ...said }, matching) => {
      const lines = actions
        .split('\n')
        .map((line) => line.trim().slice(0, 500))
        .filter(Boolean)
      return api(writeReview, { params: { number: incident.number }, body: { ...said, actions: lines }, ...matching })
    },
    refresh: [getMajor],
    done: () => t('review.saved'),
    onDone: () => setChanging(false),
  })
  const may = incident.abilities.review.allowed
  return (
    <section className={classes.box} aria-labelledby="major-review">
      <h2 id="major-review" className={classes.heading}>
        {t('review.title')}
      </h2>
      {review && (
        <p className={classes.dim}>
          {t('review.by', { name: review.by })} · <Time at={review.at} />
        </p>
      )}
      {may && (changing || !review) ? (
        <RecordForm
          form={form}
          submitLabel={t('review.save')}
          disabled={!form.dirty}
          onCancel={review ? () => setChanging(false) : undefined}
        >
          {fields.map((part) => (
            <Textarea
              key={part}
              label={t(`review.${part}`)}
              autosize
              minRows={2}
              maxLength={10_000}
              {...form.field(part)}
            />
          ))}
        </RecordForm>
      ) : (
        review && <Said review={review} />
      )}
      {may && review && !changing && (
        <Button
          variant="default"
          size="compact-sm"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => {
            form.reset()
            setChanging(true)
          }}
        >
          {t('review.change')}
        </Button>
      )}
    </section>
  )
}

/** For whoever reads it: what was left empty is left out. */
function Said({ review }: { review: NonNullable<MajorIncident['review']> }) {
  const { t } = useTranslation('major')
  return (
    <dl className={classes.review}>
      {parts
        .filter((part) => review[part])
        .map((part) => (
          <div key={part}>
            <dt>{t(`review.${part}`)}</dt>
            <dd>{review[part]}</dd>
          </div>
        ))}
      {review.actions.length > 0 && (
        <div>
          <dt>{t('review.actions')}</dt>
          <dd>
            <ul>
              {review.actions.map((action) => (
                <li key={action}>{action}</li>
              ))}
            </ul>
          </dd>
        </div>
      )}
    </dl>
  )
}
