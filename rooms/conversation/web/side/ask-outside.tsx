import { Checkbox, Input, Switch, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { stale } from '../../../../web-kit/api/use-api.ts'
import type { EditorHandle } from '../../../../web-kit/editor/editor-props.ts'
import { RichEditor } from '../../../../web-kit/editor/rich-editor.tsx'
import { FormActions } from '../../../../web-kit/forms/form-actions.tsx'
import { FormProblem } from '../../../../web-kit/forms/form-problem.tsx'
import { useForm } from '../../../../web-kit/forms/use-form.ts'
import { useUnsavedGuard } from '../../../../web-kit/forms/use-unsaved-guard.ts'
import { fileSize } from '../../../../web-kit/i18n/formats.ts'
import { EditorDrawer } from '../../../../web-kit/ui/editor-drawer.tsx'
import { Time } from '../../../../web-kit/ui/time.tsx'
import { UploadChips } from '../../../../web-kit/ui/upload-chips.tsx'
import { listSideConversations, startSideConversationEndpoint } from '../../contract/http.ts'
import { useThread } from '../use-thread.ts'
import { AddressInput } from './address-input.tsx'
import { offerUndo } from './offer-undo.ts'
import classes from './side.module.css'
import './strings.ts'
import { type SideFiles, useSideFiles } from './use-side-files.ts'

interface Props {
  number: number
  subject: string
  opened: boolean
  onClose: () => void
  /** What was asked is taken back, and its words are here again. */
  onTakenBack: () => void
}

/** Forwards a ticket to somebody outside: to whom, in which words, and exactly what of the ticket goes with them. */
export function AskOutside({ number, subject, opened, onClose, onTakenBack }: Props) {
  const { t } = useTranslation('side')
  const [before, setBefore] = useState<Asked>()
  const close = () => {
    setBefore(undefined)
    onClose()
  }
  return (
    <EditorDrawer opened={opened} title={t('ask')} onClose={close} size={640}>
      {opened && (
        <Form
          number={number}
          subject={subject}
          before={before}
          onDone={close}
          onTakenBack={(asked) => {
            setBefore(asked)
            onTakenBack()
          }}
        />
      )}
    </EditorDrawer>
  )
}

interface Question {
  to: string[]
  subject: string
  html: string
  /** Null: nobody has chosen yet. */
  messages: number[] | null
  attachments: number[]
  waitForVendor: boolean
}

interface Asked extends Question {
  files: SideFiles
}

interface FormProps {
  number: number
  subject: string
  before: Asked | undefined
  onDone: () => void
  onTakenBack: (asked: Asked) => void
}

function Form({ number, subject, before, onDone, onTakenBack }: FormProps) {
  const { t } = useTranslation('side')
  const thread = useThread(number)
  const messages = thread.items.filter((message) => message.kind === 'reply' && message.id > 0)
  const ticketFiles = messages.flatMap((message) => message.attachments.filter((file) => !file.inline))
  const editor = useRef<EditorHandle>(undefined)
  const { uploads, picture, goingWith, kept } = useSideFiles(before?.files)
  // The words the ticket began with are what an outsider has to read first; they may come later than this form.
  const first = messages.slice(0, 1).map((message) => message.id)
  const form = useForm({
    initial: {
      to: before?.to ?? [],
      subject: before?.subject ?? subject,
      html: before?.html ?? '',
      messages: before?.messages ?? null,
      attachments: before?.attachments ?? [],
      waitForVendor: before?.waitForVendor ?? true,
    } as Question,
    check: ({ to }) => (to.length === 0 ? { to: t('missing') } : {}),
    submit: async ({ to, html, attachments, messages: chosen, ...rest }) => {
      const side = await api(startSideConversationEndpoint, {
        params: { number },
        body: {
          ...rest,
          html,
          messages: chosen ?? first,
          to: to.map((email) => ({ email })),
          attachments: [...attachments, ...goingWith(html)],
        },
        idempotencyKey: crypto.randomUUID(),
      })
      void stale(listSideConversations, { params: { number } })
      const asked = { to, html, attachments, messages: chosen, ...rest, files: kept() }
      offerUndo(t('sent', { names: to.join(', ') }), side, () => onTakenBack(asked))
      onDone()
    },
  })
  useUnsavedGuard(form.dirty && !form.busy)
  const { values, set } = form
  const chosen = { messages: values.messages ?? first, attachments: values.attachments }
  const toggle = (name: 'messages' | 'attachments', id: number) =>
    set(name, chosen[name].includes(id) ? chosen[name].filter((one) => one !== id) : [...chosen[name], id])
  return (
    <form {...form.props} className={classes.form}>
      <AddressInput
        label={t('to')}
        description={t('toHelp')}
        placeholder={values.to.length === 0 ? t('toPlaceholder') : ''}
        required
        autoFocus
        value={values.to}
        error={form.errors.to}
        onChange={(to) => set('to', to)}
      />
      <TextInput label={t('subject')} required maxLength={300} {...form.field('subject')} />
      <Input.Wrapper label={t('words')} labelElement="div" error={form.errors.html}>
        <RichEditor
          label={t('words')}
          placeholder={t('wordsHelp')}
          initialHtml={before?.html ?? ''}
          minHeight={110}
          onReady={(handle) => {
            editor.current = handle
          }}
          onChange={(html, empty) => set('html', empty ? '' : html)}
          onFiles={uploads.add}
          onPicture={picture}
          below={uploads.files.length + uploads.underway.length > 0 && <UploadChips uploads={uploads} />}
        />
      </Input.Wrapper>
      <Input.Wrapper label={t('forward')} description={t('forwardHelp')} labelElement="div">
        <div className={classes.choices}>
          {messages.length === 0 && <p className={classes.choice}>{t('noMessages')}</p>}
          {messages.map((message) => (
            // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox is inside
            <label key={message.id}>
              <Checkbox
                checked={chosen.messages.includes(message.id)}
                onChange={() => toggle('messages', message.id)}
                aria-label={`${message.author.name}: ${message.text.slice(0, 80)}`}
              />
              <span className={classes.choice}>
                <b>{message.author.name}</b> · <Time at={message.sentAt} quiet className={classes.dim} />
                <span className={classes.excerpt}>{message.text.slice(0, 140)}</span>
              </span>
            </label>
          ))}
          {ticketFiles.map((file) => (
            // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox is inside
            <label key={`f${file.id}`}>
              <Checkbox
                checked={values.attachments.includes(file.id)}
                onChange={() => toggle('attachments', file.id)}
                aria-label={file.name}
              />
              <span className={classes.choice}>
                <b>{file.name}</b> <span className={classes.dim}>{fileSize(file.size)}</span>
              </span>
            </label>
          ))}
        </div>
      </Input.Wrapper>
      <Switch label={t('wait')} {...form.toggle('waitForVendor')} />
      <FormProblem problem={form.problem} />
      <FormActions busy={form.busy} disabled={uploads.underway.length > 0} submitLabel={t('send')} onCancel={onDone} />
    </form>
  )
}
