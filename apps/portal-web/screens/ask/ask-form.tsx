import { Button, Textarea, TextInput } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field, Service } from '../../../../rooms/catalog/contract/http.ts'
import { RequestForm, ServiceIcon } from '../../../../rooms/catalog/web/index.ts'
import { FormProblem } from '../../../../web-kit/forms/form-problem.tsx'
import { AttachArea, useUploads } from '../../../../web-kit/ui/attach-area.tsx'
import { PageTitle } from '../../shell/page-title.tsx'
import { serviceWords } from '../../shell/service-words.ts'
import classes from './ask-screen.module.css'
import { ChoiceCards } from './choice-cards.tsx'
import { useAsking } from './use-asking.ts'
import { useLevels } from './use-levels.ts'

interface Props {
  service: Service | undefined
  fields: readonly Field[]
  subject: string
}

/** The form of a service: its own questions, the words, how urgent it is, pictures of the trouble. */
export function AskForm({ service, fields, subject }: Props) {
  const { t, i18n } = useTranslation('portal')
  const { asked, set, answer, errors, problem, busy, send, form } = useAsking(service, fields, subject)
  const uploads = useUploads({ files: asked.files, onChange: (files) => set('files', files) })
  const levels = useLevels()
  const words = service
    ? serviceWords(service, i18n.language)
    : { name: t('home.other'), description: t('home.otherHelp') }
  const broken = (service?.defaultKind ?? 'incident') === 'incident'
  const [waiting, setWaiting] = useState(false)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    // A file still on its way up would be left behind.
    if (uploads.underway.length > 0) return setWaiting(true)
    setWaiting(false)
    void send()
  }
  const answerErrors = Object.fromEntries(
    Object.entries(errors).map(([name, error]) => [name.replace(/^customFields\./, ''), error]),
  )
  return (
    <form ref={form} onSubmit={submit} noValidate className={classes.form} {...uploads.target}>
      <div className={classes.head}>
        <span className={classes.icon} aria-hidden>
          <ServiceIcon name={service?.icon ?? 'help'} />
        </span>
        <PageTitle lead={words.description}>{words.name}</PageTitle>
      </div>
      <TextInput
        label={t('ask.subject')}
        description={t(broken ? 'ask.subjectHelpBroken' : 'ask.subjectHelp')}
        required
        maxLength={300}
        autoComplete="off"
        value={asked.subject}
        error={errors.subject}
        onChange={(event) => set('subject', event.currentTarget.value)}
      />
      {fields.length > 0 && (
        <RequestForm fields={fields} answers={asked.answers} errors={answerErrors} onChange={answer} />
      )}
      <Textarea
        label={t('ask.description')}
        description={t(broken ? 'ask.descriptionHelpBroken' : 'ask.descriptionHelp')}
        minRows={5}
        value={asked.description}
        error={errors.description}
        onChange={(event) => set('description', event.currentTarget.value)}
      />
      <fieldset className={classes.group}>
        <legend>{t('ask.files')}</legend>
        <AttachArea uploads={uploads} label={t('ask.files')} />
      </fieldset>
      {broken && (
        <ChoiceCards
          legend={t('ask.impact')}
          name="impact"
          options={levels.impacts}
          value={asked.impact ?? service?.defaultImpact ?? 3}
          onChange={(value) => set('impact', value)}
        />
      )}
      <ChoiceCards
        legend={t(broken ? 'ask.urgency' : 'ask.urgencyWanted')}
        name="urgency"
        options={broken ? levels.urgencies : levels.wanted}
        value={asked.urgency ?? service?.defaultUrgency ?? 2}
        onChange={(value) => set('urgency', value)}
      />
      <FormProblem problem={problem} />
      <div className={classes.actions}>
        <Button type="submit" size="lg" radius="lg" loading={busy} rightSection={<IconSend size={18} />}>
          {t('ask.send')}
        </Button>
        <span className={classes.kept} role="status">
          {t(waiting && uploads.underway.length > 0 ? 'ask.uploading' : 'ask.kept')}
        </span>
      </div>
    </form>
  )
}
