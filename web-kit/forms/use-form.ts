import { type SubmitEvent, useRef, useState } from 'react'
import { ApiProblem } from '../api/problem.ts'
import { problemIn, translate } from '../i18n/i18n.ts'
import { toast } from '../ui/toast.tsx'

type Change = unknown | { currentTarget: { value: unknown; type?: string; checked?: boolean } }

const changedTo = (change: Change): unknown => {
  if (typeof change !== 'object' || change === null || !('currentTarget' in change)) return change
  const target = change.currentTarget as { value: unknown; type?: string; checked?: boolean }
  return target.type === 'checkbox' ? target.checked : target.value
}

/** Schema errors name the field by its path; beside the field that is noise. */
const fieldWords = (problem: ApiProblem, at: { field: string; detail: string }) => {
  if (problem.code !== 'http.invalid') return problemIn(problem.code) ?? at.detail
  const rest = at.detail.replace(at.field, '').trim()
  return rest.startsWith('is missing') || rest.includes('fewer than 1 ') ? translate('kit:form.missing') : rest
}

export interface FormOptions<V> {
  initial: V
  /** Sends the values. A thrown `ApiProblem` becomes words beside its field. */
  submit: (values: V) => Promise<unknown>
  /** Checks before sending: field → words. */
  check?: (values: V) => Partial<Record<keyof V & string, string>>
}

/**
 * State of a form. Spread `form.field('subject')` on any Mantine input (`form.toggle('vip')` on a switch or checkbox);
 * nothing typed is lost on an error, and the first field in error gets the focus.
 */
export function useForm<V extends object>(options: FormOptions<V>) {
  type Name = keyof V & string
  const [values, setValues] = useState(options.initial)
  const [errors, setErrors] = useState<Partial<Record<string, string>>>({})
  const [problem, setProblem] = useState<ApiProblem>()
  const [busy, setBusy] = useState(false)
  const [saved, setSaved] = useState(options.initial)
  const root = useRef<HTMLFormElement>(null)

  const set = <N extends Name>(name: N, value: V[N]) => {
    setValues((before) => ({ ...before, [name]: value }))
    setErrors((before) => ({ ...before, [name]: undefined }))
  }

  const fail = (found: Partial<Record<string, string>>) => {
    setErrors(found)
    const first = Object.keys(found)[0]
    requestAnimationFrame(() =>
      root.current?.querySelector<HTMLElement>(`[name="${first}"], [data-field="${first}"]`)?.focus(),
    )
  }

  const submit = async (event?: SubmitEvent<HTMLFormElement>) => {
    event?.preventDefault()
    if (busy) return
    const found = options.check?.(values) ?? {}
    if (Object.values(found).some(Boolean)) return fail(found)
    setBusy(true)
    setProblem(undefined)
    try {
      await options.submit(values)
      setErrors({})
      setSaved(values)
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      const own = error.fields.map((f) => [f.field.replace(/^(body|query|path)\./, ''), fieldWords(error, f)] as const)
      const known = own.filter(([name]) => name in values)
      if (known.length > 0) fail(Object.fromEntries(known))
      else if (root.current) setProblem(error)
      else toast.problem(error)
    } finally {
      setBusy(false)
    }
  }

  return {
    values,
    /** What was saved last, or stood there at first. */
    saved,
    set,
    setValues,
    errors,
    setErrors,
    /** A refusal that belongs to no field; show it with `<FormProblem problem={form.problem} />`. */
    problem,
    busy,
    dirty: JSON.stringify(values) !== JSON.stringify(saved),
    reset: (to: V = options.initial) => {
      setValues(to)
      setSaved(to)
      setErrors({})
      setProblem(undefined)
    },
    submit,
    /** Spread on `<form>`. */
    props: { ref: root, onSubmit: submit, noValidate: true } as const,
    field: <N extends Name>(name: N) => ({
      name,
      value: values[name],
      error: errors[name],
      // biome-ignore lint/suspicious/noExplicitAny: Mantine inputs call back with an event or with the value
      onChange: (change: any) => set(name, changedTo(change) as V[N]),
    }),
    toggle: (name: Name) => ({
      name,
      checked: Boolean(values[name]),
      error: errors[name],
      onChange: (event: { currentTarget: { checked: boolean } }) => set(name, event.currentTarget.checked as V[Name]),
    }),
  }
}

/** What a part of a form needs to know of the whole: its own fields. */
export type FormOf<V extends object> = Pick<ReturnType<typeof useForm<V>>, 'values' | 'set' | 'field' | 'toggle'>
