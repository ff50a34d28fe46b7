import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PickedPerson } from '../../../../rooms/people/web/index.ts'
import { listTicketsEndpoint, openTicketEndpoint } from '../../../../rooms/ticket/contract/http.ts'
import { api } from '../../../../web-kit/api/api.ts'
import { isProblem } from '../../../../web-kit/api/problem.ts'
import { stale } from '../../../../web-kit/api/use-api.ts'
import { useForm } from '../../../../web-kit/forms/use-form.ts'
import { useKept } from '../../../../web-kit/forms/use-kept.ts'
import { useUploads } from '../../../../web-kit/ui/use-uploads.ts'

export interface NewTicket {
  requester: PickedPerson | undefined
  subject: string
  descriptionHtml: string
  service: number | null
  team: { id: number; name: string } | null
  assignee: { id: number; name: string } | null
  impact: number | undefined
  urgency: number | undefined
  customFields: Record<string, unknown>
  tags: string[]
  channel: 'phone' | 'walk_in' | 'agent'
}

const blank: NewTicket = {
  requester: undefined,
  subject: '',
  descriptionHtml: '',
  service: null,
  team: null,
  assignee: null,
  impact: undefined,
  urgency: undefined,
  customFields: {},
  tags: [],
  channel: 'phone',
}

/** What is being written, kept in this browser until the ticket is open. */
export function useNewTicket(subject: string | undefined, onOpened: (number: number) => void) {
  const { t } = useTranslation('agent')
  const [kept, keep, forget] = useKept<NewTicket>('new-ticket', blank)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const key = useRef(crypto.randomUUID())
  const uploads = useUploads()
  const form = useForm<NewTicket>({
    initial: { ...blank, ...kept, ...(subject ? { subject } : {}) },
    check: (v) => ({
      ...(v.requester ? {} : { requester: t('new.requesterMissing') }),
      ...(v.subject.trim() ? {} : { subject: t('new.subjectMissing') }),
    }),
    submit: async (v) => {
      setErrors({})
      try {
        const opened = await api(openTicketEndpoint, { body: bodyOf(v, uploads.files), idempotencyKey: key.current })
        forget()
        void stale(listTicketsEndpoint)
        onOpened(opened.number)
      } catch (error) {
        // Another body under the same key would be refused; the next try is another intention.
        key.current = crypto.randomUUID()
        if (isProblem(error)) setErrors(answersIn(error.fields))
        throw error
      }
    },
  })
  useEffect(() => keep(form.values), [form.values, keep])
  return { form, uploads, errors }
}

function bodyOf(v: NewTicket, files: ReadonlyArray<{ id: number }>) {
  const { requester } = v
  return {
    subject: v.subject.trim(),
    ...(v.descriptionHtml ? { descriptionHtml: v.descriptionHtml } : {}),
    ...(requester ? { requester: 'id' in requester ? requester.id : { email: requester.email } } : {}),
    ...(v.service ? { service: v.service } : {}),
    ...(v.team ? { team: v.team.id } : {}),
    ...(v.assignee ? { assignee: v.assignee.id } : {}),
    ...(v.impact ? { impact: v.impact } : {}),
    ...(v.urgency ? { urgency: v.urgency } : {}),
    ...(Object.keys(v.customFields).length > 0 ? { customFields: v.customFields } : {}),
    tags: v.tags,
    channel: v.channel,
    attachments: files.map((file) => file.id),
  }
}

const answersIn = (fields: ReadonlyArray<{ field: string; detail: string }>) =>
  Object.fromEntries(
    fields.flatMap(({ field, detail }) => {
      const name = /^body\.customFields\.(.+)$/.exec(field)?.[1]
      return name ? [[name, detail]] : []
    }),
  )
