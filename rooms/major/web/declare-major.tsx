import { Button, Select, Switch, Textarea, TextInput } from '@mantine/core'
import { IconUrgent } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../web-kit/api/api.ts'
import { stale, useApi } from '../../../web-kit/api/use-api.ts'
import { FormProblem } from '../../../web-kit/forms/form-problem.tsx'
import { useForm } from '../../../web-kit/forms/use-form.ts'
import { toast } from '../../../web-kit/ui/toast.tsx'
import { listLadders } from '../../oncall/contract/http.ts'
import { declareMajor, getMajorOf } from '../contract/http.ts'
import classes from './major.module.css'
import './strings.ts'

/** Declares a ticket a major incident; nothing where that cannot be. */
export function DeclareMajor({ number, subject }: { number: number; subject: string }) {
  const { t } = useTranslation('major')
  const may = useApi(getMajorOf, { params: { number } }, { live: [`ticket:${number}`] }).data?.declare.allowed
  const [writing, setWriting] = useState(false)
  if (!may) return null
  if (!writing) {
    return (
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconUrgent size={15} stroke={1.9} />}
        onClick={() => setWriting(true)}
      >
        {t('declare.start')}
      </Button>
    )
  }
  return <DeclareForm number={number} subject={subject} onDone={() => setWriting(false)} />
}

function DeclareForm({ number, subject, onDone }: { number: number; subject: string; onDone: () => void }) {
  const { t } = useTranslation('major')
  const ladders = useApi(listLadders, {}, { staleMs: 60_000 }).data?.items ?? []
  const form = useForm({
    initial: { title: subject.slice(0, 200), reason: '', banner: true, ladder: '' },
    check: (v) => (v.title.trim().length > 2 ? {} : { title: t('kit:form.missing') }),
    submit: async (v) => {
      const body = {
        title: v.title.trim(),
        banner: v.banner,
        ...(v.reason.trim() ? { reason: v.reason.trim() } : {}),
        ...(v.ladder ? { ladder: Number(v.ladder) } : {}),
      }
      await api(declareMajor, { params: { number }, body })
      void stale(getMajorOf)
      toast.done(t('declare.done'))
      onDone()
    },
  })
  return (
    <form {...form.props} className={classes.form}>
      <TextInput
        label={t('declare.title')}
        description={t('declare.titleHelp')}
        required
        maxLength={200}
        autoFocus
        {...form.field('title')}
      />
      <Textarea label={t('declare.reason')} autosize minRows={2} maxLength={10_000} {...form.field('reason')} />
      <Switch label={t('declare.banner')} {...form.toggle('banner')} />
      {ladders.length > 0 && (
        <Select
          label={t('declare.ladder')}
          placeholder={t('declare.noLadder')}
          clearable
          data={ladders.map((one) => ({ value: String(one.id), label: one.name }))}
          value={form.values.ladder || null}
          onChange={(value) => form.set('ladder', value ?? '')}
        />
      )}
      <FormProblem problem={form.problem} />
      <div className={classes.row}>
        <Button type="submit" size="compact-sm" color="red" loading={form.busy}>
          {t('declare.send')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onDone}>
          {t('kit:cancel')}
        </Button>
      </div>
    </form>
  )
}
