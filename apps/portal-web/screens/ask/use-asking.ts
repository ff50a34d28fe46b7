import { useRef, useState } from 'react'
import { type Answers, checkAnswers, type Field, type Service } from '../../../../rooms/catalog/contract/http.ts'
import { answerProblems } from '../../../../rooms/catalog/web/index.ts'
import { openTicketEndpoint } from '../../../../rooms/ticket/contract/http.ts'
import { api } from '../../../../web-kit/api/api.ts'
import { ApiProblem } from '../../../../web-kit/api/problem.ts'
import type { UploadedFile } from '../../../../web-kit/api/upload.ts'
import { stale } from '../../../../web-kit/api/use-api.ts'
import { useKept } from '../../../../web-kit/forms/use-kept.ts'
import { translate } from '../../../../web-kit/i18n/i18n.ts'
import { go } from '../../shell/router.ts'

interface Asked {
  subject: string
  description: string
  answers: Answers
  impact?: number
  urgency?: number
  files: readonly UploadedFile[]
}

/** What somebody writes when asking for help: kept in this browser until it was sent, checked here and on the server. */
export function useAsking(service: Service | undefined, fields: readonly Field[], subject: string) {
  const initial: Asked = { subject, description: '', answers: {}, files: [] }
  const [asked, setAsked, forget] = useKept<Asked>(`ask.${service?.id ?? 0}`, initial)
  const [errors, setErrors] = useState<Record<string, string | undefined>>({})
  const [problem, setProblem] = useState<ApiProblem>()
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  // One key per intention: pressing again after a lost answer opens no second ticket.
  const key = useRef(crypto.randomUUID())

  const set = <K extends keyof Asked>(name: K, value: Asked[K]) => {
    setAsked((before) => ({ ...before, [name]: value }))
    setErrors((before) => ({ ...before, [name]: undefined }))
  }
  const answer = (name: string, value: unknown) => {
    setAsked((before) => ({ ...before, answers: { ...before.answers, [name]: value } }))
    setErrors((before) => ({ ...before, [`customFields.${name}`]: undefined }))
  }

  const show = (found: Record<string, string | undefined>) => {
    setErrors(found)
    requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong]')?.focus(),
    )
  }

  const send = async () => {
    if (busy) return
    setProblem(undefined)
    const checked = checkAnswers(fields, asked.answers)
    const wrong = Object.entries(answerProblems(checked.errors)).map(([k, words]) => [`customFields.${k}`, words])
    if (!asked.subject.trim()) wrong.unshift(['subject', translate('portal:ask.subjectMissing')])
    if (wrong.length > 0) return show(Object.fromEntries(wrong))
    setBusy(true)
    try {
      const body = bodyOf(service, asked, checked.answers)
      const ticket = await api(openTicketEndpoint, { body, idempotencyKey: key.current })
      forget()
      void stale(openTicketEndpoint)
      go(`/tickets/${ticket.number}/sent`, { replace: true })
      scrollTo(0, 0)
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      // What the server refused was not done; the corrected form is a new intention.
      if (error.status >= 400 && error.status < 500) key.current = crypto.randomUUID()
      const own = error.fields.map((at) => [at.field.replace(/^body\./, ''), at.detail] as const)
      if (own.length > 0 && own.every(([name]) => name === 'subject' || name.startsWith('customFields.')))
        show(Object.fromEntries(own))
      else setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return { asked, set, answer, errors, problem, busy, send, form, forget }
}

function bodyOf(service: Service | undefined, asked: Asked, answers: Answers) {
  return {
    subject: asked.subject.trim(),
    description: asked.description,
    attachments: asked.files.map((file) => file.id),
    ...(service ? { service: service.id, customFields: answers } : {}),
    ...(asked.impact ? { impact: asked.impact } : {}),
    ...(asked.urgency ? { urgency: asked.urgency } : {}),
  }
}
