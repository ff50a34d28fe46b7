import { Button, Select, Switch, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '../../../web-kit/api/api.ts'
import { stale } from '../../../web-kit/api/use-api.ts'
import { FormProblem } from '../../../web-kit/forms/form-problem.tsx'
import { useForm } from '../../../web-kit/forms/use-form.ts'
import { toast } from '../../../web-kit/ui/toast.tsx'
import { getMajor, type MajorIncident, writeUpdate } from '../contract/http.ts'
import classes from './major.module.css'

const promises = ['15', '30', '60', '120', '240']

/** One box: what is written here reaches every requester, or stays inside. */
export function UpdateForm({ incident }: { incident: MajorIncident }) {
  const { t } = useTranslation('major')
  const form = useForm({
    initial: { text: '', public: true, next: '30' },
    check: (v) => (v.text.trim().length > 2 ? {} : { text: t('kit:form.missing') }),
    submit: async (v) => {
      await api(writeUpdate, {
        params: { number: incident.number },
        body: { text: v.text, public: v.public, ...(v.public && v.next ? { nextInMinutes: Number(v.next) } : {}) },
      })
      void stale(getMajor)
      toast.done(t(v.public ? 'update.done' : 'update.kept'))
      form.reset()
    },
  })
  const { values } = form
  return (
    <form {...form.props} className={classes.form}>
      <Textarea
        label={t('update.write')}
        description={values.public ? t('update.help', { count: incident.gathered + 1 }) : t('update.internal')}
        autosize
        minRows={3}
        maxLength={10_000}
        {...form.field('text')}
      />
      <div className={classes.row}>
        <Switch label={t('update.public')} {...form.toggle('public')} />
        {values.public && (
          <Select
            aria-label={t('update.next')}
            size="xs"
            data={[
              { value: '', label: `${t('update.next')}: ${t('update.noNext')}` },
              ...promises.map((value) => ({
                value,
                label: `${t('update.next')}: ${t('update.minutes', { count: Number(value) })}`,
              })),
            ]}
            w={250}
            allowDeselect={false}
            value={values.next}
            onChange={(value) => form.set('next', value ?? '')}
          />
        )}
        <Button type="submit" loading={form.busy}>
          {t(values.public ? 'update.send' : 'update.keep')}
        </Button>
      </div>
      <FormProblem problem={form.problem} />
    </form>
  )
}
