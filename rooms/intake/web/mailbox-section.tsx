import type { ReactNode } from 'react'
import type { useForm } from '../../../web-kit/forms/use-form.ts'
import classes from './mail-admin.module.css'

/** What the fields of a section need of the form: it may hold more than their own values. */
export type SectionForm<V extends object> = Pick<
  ReturnType<typeof useForm<V>>,
  'values' | 'set' | 'field' | 'toggle' | 'errors'
>

/** A part of a long form, under a heading of its own. */
export function FormSection({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <fieldset className={classes.section}>
      <legend className={classes.legend}>{title}</legend>
      {lead && <p className={classes.small}>{lead}</p>}
      {children}
    </fieldset>
  )
}
