import { Button, Input, Select, TextInput } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { stale, useApi } from '../../../../web-kit/api/use-api.ts'
import type { EditorHandle } from '../../../../web-kit/editor/editor-props.ts'
import { RichEditor } from '../../../../web-kit/editor/rich-editor.tsx'
import { RecordForm } from '../../../../web-kit/forms/record-form.tsx'
import { useRemove } from '../../../../web-kit/forms/use-remove.ts'
import { useSaveForm } from '../../../../web-kit/forms/use-save-form.ts'
import { languages } from '../../../../web-kit/i18n/i18n.ts'
import manage from '../../../../web-kit/manage/manage.module.css'
import { listTeams } from '../../../people/contract/http.ts'
import { addCannedReplyEndpoint, changeCannedReplyEndpoint, removeCannedReplyEndpoint } from '../../contract/http.ts'
import { fillIn, unknownVariables, variables } from '../../contract/variables.ts'
import classes from './canned-replies.module.css'
import { type CannedReplyItem, listCannedReplies } from './canned-reply-item.ts'

interface Props {
  reply: CannedReplyItem | undefined
  onDone: () => void
}

/** One text: what it is called, who uses it, what it says, and how it reads on a ticket. */
export function CannedReplyForm({ reply, onDone }: Props) {
  const { t } = useTranslation('cannedReplies')
  const teams = useApi(listTeams, {})
  const editor = useRef<EditorHandle>(null)
  const form = useSaveForm({
    initial: {
      title: reply?.title ?? '',
      teamId: reply?.team ? String(reply.team.id) : (null as string | null),
      language: reply?.language ?? (null as string | null),
      html: reply?.html ?? '',
    },
    check: ({ title, html }) => {
      const unknown = unknownVariables(html)
      return {
        ...(title.trim() ? {} : { title: t('kit:form.missing') }),
        ...(textOf(html) ? {} : { html: t('kit:form.missing') }),
        ...(unknown.length > 0 ? { html: t('unknown', { names: unknown.join(', ') }) } : {}),
      }
    },
    version: reply?.version,
    save: ({ title, teamId, language, html }, matching) => {
      const body = { title: title.trim(), html, language, teamId: teamId ? Number(teamId) : null }
      return reply
        ? api(changeCannedReplyEndpoint, { params: { id: reply.id }, body, ...matching })
        : api(addCannedReplyEndpoint, { body })
    },
    refresh: [listCannedReplies],
    done: (saved) => t('saved', { name: saved.title }),
    onDone,
  })
  const remove = useRemove(removeCannedReplyEndpoint, {
    params: { id: reply?.id ?? 0 },
    label: t('remove'),
    refresh: [listCannedReplies],
    done: t('removed', { name: reply?.title }),
    undo: () => {
      if (!reply) return
      const { title, html, language, team } = reply
      void api(addCannedReplyEndpoint, { body: { title, html, language, teamId: team?.id ?? null } }).then(() =>
        stale(listCannedReplies),
      )
    },
    onDone,
  })
  return (
    <RecordForm form={form} submitLabel={reply ? undefined : t('add')} onCancel={onDone} remove={reply && remove}>
      <TextInput
        label={t('name')}
        description={t('nameHelp')}
        required
        maxLength={120}
        {...form.field('title')}
        data-autofocus
      />
      <Select
        label={t('team')}
        placeholder={t('everyone')}
        clearable
        clearButtonProps={{ 'aria-label': t('everyone') }}
        data={(teams.data?.items ?? []).map((one) => ({ value: String(one.id), label: one.name }))}
        {...form.field('teamId')}
      />
      <Select
        label={t('language')}
        placeholder={t('any')}
        clearable
        clearButtonProps={{ 'aria-label': t('any') }}
        data={languages.map(({ value, label }) => ({ value, label }))}
        {...form.field('language')}
      />
      <Input.Wrapper label={t('text')} required labelElement="div" error={form.errors.html}>
        <div data-field="html">
          <RichEditor
            // The editor keeps its own text: it is made anew when the form takes over another.
            key={form.taken}
            label={t('text')}
            initialHtml={form.values.html}
            minHeight={140}
            onReady={(handle) => {
              editor.current = handle
            }}
            onChange={(html) => form.set('html', html)}
          />
        </div>
      </Input.Wrapper>
      <div>
        <p className={manage.small} style={{ marginTop: 0 }}>
          {t('variablesHelp')}
        </p>
        <div className={classes.variables}>
          {Object.keys(variables).map((name) => (
            <Button
              key={name}
              size="compact-xs"
              variant="default"
              onClick={() => {
                editor.current?.insertHtml(`{{${name}}}`)
                editor.current?.focus()
              }}
            >
              {t(`variable.${name}`)}
            </Button>
          ))}
        </div>
      </div>
      <Preview html={form.values.html} />
    </RecordForm>
  )
}

/** How the text reads once a made-up ticket has filled its gaps. */
function Preview({ html }: { html: string }) {
  const { t } = useTranslation('cannedReplies')
  const text = textOf(fillIn(html, variables))
  if (!text) return null
  return (
    <section className={classes.preview} aria-label={t('preview')}>
      <p className={manage.small}>{t('preview')}</p>
      <p style={{ whiteSpace: 'pre-line' }}>{text}</p>
    </section>
  )
}

/** The words of the HTML, its paragraphs as lines. */
function textOf(html: string): string {
  const lines = html.replace(/<\/(p|li|h\d|blockquote)>|<br\s*\/?>/gi, '$&\n')
  return (new DOMParser().parseFromString(lines, 'text/html').body.textContent ?? '').trim()
}
