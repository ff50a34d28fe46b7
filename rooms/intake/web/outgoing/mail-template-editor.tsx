import { Button, Input, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  getMailTemplate,
  listMailTemplates,
  listMailTemplateVersions,
  type MailTemplate,
  type MailTemplateText,
  previewMailTemplate,
  resetMailTemplate,
  saveMailTemplate,
} from '../../../../platform/templates/contract.ts'
import { api } from '../../../../web-kit/api/api.ts'
import { isProblem } from '../../../../web-kit/api/problem.ts'
import { stale, useApi } from '../../../../web-kit/api/use-api.ts'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import { FormActions } from '../../../../web-kit/forms/form-actions.tsx'
import { FormProblem } from '../../../../web-kit/forms/form-problem.tsx'
import { useForm } from '../../../../web-kit/forms/use-form.ts'
import { useUnsavedGuard } from '../../../../web-kit/forms/use-unsaved-guard.ts'
import { confirm } from '../../../../web-kit/ui/confirm.tsx'
import { Folding } from '../../../../web-kit/ui/folding.tsx'
import { ErrorState, TextSkeleton } from '../../../../web-kit/ui/states.tsx'
import { Time } from '../../../../web-kit/ui/time.tsx'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import { TemplatePreview } from './template-preview.tsx'
import { TemplateProblems } from './template-problems.tsx'
import classes from './templates.module.css'

/** One mail: its words in a language, what they may use, what is wrong with them, and how it looks. */
export function MailTemplateEditor({ template }: { template: MailTemplate }) {
  const { t, i18n } = useTranslation('outgoing')
  const [language, setLanguage] = useState(i18n.language === 'de' ? 'de' : 'en')
  const params = { name: template.name, language }
  const text = useApi(getMailTemplate, { params })
  return (
    <div className={classes.form}>
      <div className={classes.bar}>
        <SegmentedControl
          size="sm"
          aria-label={t('template.languages')}
          data={template.languages.map((one) => ({
            value: one.language,
            label: new Intl.DisplayNames(i18n.language, { type: 'language' }).of(one.language) ?? one.language,
          }))}
          value={language}
          onChange={setLanguage}
        />
        <span className={classes.dim}>
          {text.data && t(text.data.changed ? 'template.changed' : 'template.builtIn')}
        </span>
      </div>
      {text.error ? (
        <ErrorState error={text.error} retry={() => void text.refetch()} />
      ) : text.data ? (
        <Fields key={`${language} ${text.data.version}`} template={template} text={text.data} language={language} />
      ) : (
        <TextSkeleton lines={8} />
      )}
    </div>
  )
}

interface FieldsProps {
  template: MailTemplate
  text: MailTemplateText
  language: string
}

function Fields({ template, text, language }: FieldsProps) {
  const { t, i18n } = useTranslation('outgoing')
  const body = useRef<HTMLTextAreaElement>(null)
  const [ticket, setTicket] = useState<number | ''>('')
  const params = { name: template.name, language }
  const reread = () =>
    Promise.all([
      stale(getMailTemplate, { params }),
      stale(listMailTemplates),
      stale(listMailTemplateVersions, { params }),
    ])
  const form = useForm({
    initial: { subject: text.subject, body: text.body },
    submit: async (values) => {
      await api(saveMailTemplate, { params, body: values, ifMatch: text.version })
      toast.done(t('template.saved'))
      await reread()
    },
  })
  useUnsavedGuard(form.dirty && !form.busy)
  const reset = useSend(resetMailTemplate, {
    onDone: () => {
      toast.done(t('template.resetDone'))
      void reread()
    },
  })
  const { values, set } = form
  const draft = { language, ...values, ...(ticket === '' ? {} : { ticket }) }
  const [settled] = useDebouncedValue(draft, 350)
  const shown = useQuery({
    queryKey: ['template preview', template.name, settled],
    queryFn: () => api(previewMailTemplate, { params: { name: template.name }, body: settled }),
    placeholderData: keepPreviousData,
    retry: false,
  })
  const problems = shown.data?.problems ?? []
  const insert = (name: string) => {
    const area = body.current
    const at = area?.selectionStart ?? values.body.length
    const tag = `{{${name}}}`
    set('body', values.body.slice(0, at) + tag + values.body.slice(area?.selectionEnd ?? at))
    requestAnimationFrame(() => {
      area?.focus()
      area?.setSelectionRange(at + tag.length, at + tag.length)
    })
  }
  async function askToReset() {
    const yes = await confirm({
      title: t('template.resetTitle'),
      body: t('template.resetBody'),
      confirmLabel: t('template.reset'),
    })
    if (yes) reset.mutate({ params, ifMatch: text.version })
  }
  const wordsOf = (words: { en: string; de: string }) => words[i18n.language === 'de' ? 'de' : 'en']
  return (
    <div className={classes.editor}>
      <form {...form.props} className={classes.form}>
        <TextInput label={t('template.subject')} required maxLength={500} {...form.field('subject')} />
        <Textarea
          ref={body}
          label={t('template.body')}
          description={t('template.bodyHelp')}
          required
          autosize
          minRows={10}
          maxRows={26}
          maxLength={20_000}
          classNames={{ input: classes.body ?? '' }}
          spellCheck={false}
          {...form.field('body')}
        />
        <TemplateProblems problems={problems} />
        <Input.Wrapper
          label={t('template.variables')}
          description={t('template.variablesHelp', {
            shown: '{{#name}}…{{/name}}',
            hidden: '{{^name}}…{{/name}}',
          })}
          labelElement="div"
        >
          <div className={classes.variables}>
            {template.variables.map((variable) => (
              <Button
                key={variable.name}
                size="compact-xs"
                variant="default"
                title={`{{${variable.name}}}${variable.required ? ` · ${t('template.required')}` : ''}`}
                onClick={() => insert(variable.name)}
              >
                {wordsOf(variable.words)}
                {variable.required ? ' *' : ''}
              </Button>
            ))}
          </div>
        </Input.Wrapper>
        <FormProblem problem={form.problem} />
        <div className={classes.bar}>
          <FormActions
            busy={form.busy}
            disabled={problems.length > 0 || !form.dirty}
            onCancel={form.dirty ? () => form.reset() : undefined}
          />
          {text.changed && (
            <Button variant="subtle" loading={reset.isPending} onClick={() => void askToReset()}>
              {t('template.reset')}
            </Button>
          )}
        </div>
        <Folding title={t('template.versions')} open={false}>
          <Versions
            params={params}
            onUse={(version) => {
              set('subject', version.subject)
              set('body', version.body)
            }}
          />
        </Folding>
      </form>
      <TemplatePreview
        name={template.name}
        draft={draft}
        preview={shown.data}
        broken={problems.length > 0}
        hasSample={template.hasSample}
        ticket={ticket}
        onTicket={setTicket}
        ticketError={isProblem(shown.error, 'ticket.not_found')}
      />
    </div>
  )
}

interface VersionsProps {
  params: { name: string; language: string }
  onUse: (text: { subject: string; body: string }) => void
}

function Versions({ params, onUse }: VersionsProps) {
  const { t } = useTranslation('outgoing')
  const versions = useApi(listMailTemplateVersions, { params })
  if (versions.data?.items.length === 0) return <p className={classes.dim}>{t('template.noVersions')}</p>
  return (
    <ul className={classes.list}>
      {versions.data?.items.map(({ version, subject, body, savedAt, savedBy }) => (
        <li key={version} className={classes.row} style={{ cursor: 'default' }}>
          <span className={classes.what}>
            {t('template.version', { version })} · <Time at={savedAt} /> {t('template.by', { name: savedBy })}
            {body === null && <div className={classes.dim}>{t('template.versionBuiltIn')}</div>}
          </span>
          {subject !== null && body !== null && (
            <Button size="compact-sm" variant="default" onClick={() => onUse({ subject, body })}>
              {t('template.use')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
