import { Button, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '../../../web-kit/api/api.ts'
import { stale } from '../../../web-kit/api/use-api.ts'
import { FormProblem } from '../../../web-kit/forms/form-problem.tsx'
import { useForm } from '../../../web-kit/forms/use-form.ts'
import { Time } from '../../../web-kit/ui/time.tsx'
import { toast } from '../../../web-kit/ui/toast.tsx'
import { getMajor, type MajorIncident, writeReview } from '../contract/http.ts'
import classes from './major.module.css'

const parts = ['summary', 'cause', 'well', 'better'] as const

/** What was learnt: written by whoever coordinated, read by everybody who works here. */
export function ReviewForm({ incident }: { incident: MajorIncident }) {
  const { t } = useTranslation('major')
  const { review } = incident
  const form = useForm({
    initial: {
      summary: review?.summary ?? '',
      cause: review?.cause ?? '',
      well: review?.well ?? '',
      better: review?.better ?? '',
      actions: review?.actions.join('\n') ?? '',
    },
    submit: async ({ actions, ...said }) => {
      const lines = actions
        .split('\n')
        .map((line) => line.trim().slice(0, 500))
        .filter(Boolean)
      await api(writeReview, { params: { number: incident.number }, body: { ...said, actions: lines } })
      void stale(getMajor)
      toast.done(t('review.saved'))
    },
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
      <form {...form.props} className={classes.form}>
        {[...parts, 'actions' as const].map((part) => (
          <Textarea
            key={part}
            label={t(`review.${part}`)}
            autosize
            minRows={2}
            maxLength={10_000}
            readOnly={!may}
            {...form.field(part)}
          />
        ))}
        <FormProblem problem={form.problem} />
        {may && (
          <Button type="submit" variant="default" style={{ alignSelf: 'flex-start' }} loading={form.busy}>
            {t('review.save')}
          </Button>
        )}
      </form>
    </section>
  )
}
