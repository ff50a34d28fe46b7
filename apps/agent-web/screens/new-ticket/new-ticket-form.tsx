import { SegmentedControl, SimpleGrid, Stack, TagsInput, Text, TextInput } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { getForm, listServices, shownFields } from '../../../../rooms/catalog/contract/http.ts'
import { RequestForm } from '../../../../rooms/catalog/web/index.ts'
import { PersonPicker } from '../../../../rooms/people/web/index.ts'
import { channels } from '../../../../rooms/ticket/contract/http.ts'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import type { EditorHandle } from '../../../../web-kit/editor/editor-props.ts'
import { RichEditor } from '../../../../web-kit/editor/rich-editor.tsx'
import { FormActions } from '../../../../web-kit/forms/form-actions.tsx'
import { FormProblem } from '../../../../web-kit/forms/form-problem.tsx'
import { useShortcut } from '../../../../web-kit/shortcuts/use-shortcut.ts'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import { UploadChips } from '../../../../web-kit/ui/upload-chips.tsx'
import { AssignmentField } from './assignment-field.tsx'
import { PriorityFields } from './priority-fields.tsx'
import { ServiceField } from './service-field.tsx'
import { useNewTicket } from './use-new-ticket.ts'

const offered = channels.filter((one) => one === 'phone' || one === 'walk_in' || one === 'agent')

export function NewTicketForm() {
  const { t } = useTranslation('agent')
  const go = useNavigate()
  const { subject } = useSearch({ strict: false }) as { subject?: string }
  const editor = useRef<EditorHandle>(undefined)
  const { form, uploads, errors } = useNewTicket(subject, (number) => {
    editor.current?.clear()
    toast.done(t('new.done', { number }))
    void go({ to: '/desk/tickets/$number', params: { number: String(number) } as never })
  })
  const { values } = form
  const services = useApi(listServices, { query: { active: true } }, { staleMs: 300_000 }).data?.items ?? []
  const service = services.find((one) => one.id === values.service)
  const questions = useApi(
    getForm,
    { params: { id: values.service ?? 0 }, query: {} },
    { enabled: Boolean(service?.hasForm) },
  )
  useShortcut('mod+Enter', () => void form.submit(), {
    label: t('new.submit'),
    group: t('new.title'),
    whileTyping: true,
  })

  return (
    <form {...form.props}>
      <Stack gap="lg">
        <PersonPicker
          label={t('new.requester')}
          name="requester"
          autoFocus
          value={values.requester}
          error={form.errors.requester}
          onChange={(person) => form.set('requester', person)}
        />
        <TextInput label={t('new.subject')} maxLength={500} {...form.field('subject')} />
        <div>
          <Text component="div" fw={550} size="sm" mb={4}>
            {t('new.description')}
          </Text>
          <RichEditor
            label={t('new.description')}
            placeholder={t('new.descriptionHelp')}
            initialHtml={values.descriptionHtml}
            minHeight={120}
            onReady={(given) => {
              editor.current = given
            }}
            onChange={(html, empty) => form.set('descriptionHtml', empty ? '' : html)}
            onFiles={uploads.add}
            below={uploads.files.length + uploads.underway.length > 0 && <UploadChips uploads={uploads} />}
          />
        </div>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="md">
          <ServiceField
            services={services}
            value={values.service}
            error={form.errors.service}
            onChange={(chosen) =>
              form.setValues({
                ...values,
                service: chosen?.id ?? null,
                ...(chosen ? { impact: chosen.defaultImpact, urgency: chosen.defaultUrgency } : {}),
              })
            }
          />
          <AssignmentField
            team={values.team}
            assignee={values.assignee}
            onChange={(to) =>
              form.setValues({
                ...values,
                ...(to.team === undefined ? {} : { team: to.team }),
                ...(to.assignee === undefined ? {} : { assignee: to.assignee }),
              })
            }
          />
        </SimpleGrid>
        {questions.data && shownFields(questions.data.fields, values.customFields).length > 0 && (
          <RequestForm
            fields={questions.data.fields}
            answers={values.customFields}
            errors={errors}
            onChange={(key, answer) => form.set('customFields', { ...values.customFields, [key]: answer })}
          />
        )}
        <PriorityFields
          impact={values.impact}
          urgency={values.urgency}
          onChange={(change) => form.setValues({ ...values, ...change })}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="md">
          <TagsInput label={t('new.tags')} splitChars={[',', ';']} {...form.field('tags')} />
          <div>
            <Text component="div" fw={550} size="sm" mb={4} id="new-channel">
              {t('new.channel')}
            </Text>
            <SegmentedControl
              aria-labelledby="new-channel"
              fullWidth
              value={values.channel}
              onChange={(value) => form.set('channel', value as typeof values.channel)}
              data={offered.map((value) => ({ value, label: t(`new.channels.${value}`) }))}
            />
          </div>
        </SimpleGrid>
        <FormProblem problem={form.problem} />
        <FormActions
          busy={form.busy || uploads.underway.length > 0}
          submitLabel={t('new.submit')}
          onCancel={() => void go({ to: '/desk' })}
        />
      </Stack>
    </form>
  )
}
