import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { ComponentProps, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import manage from '../manage/manage.module.css'
import { confirm } from '../ui/confirm.tsx'
import { FormActions } from './form-actions.tsx'
import { FormProblem } from './form-problem.tsx'
import type { useForm } from './use-form.ts'
import type { useSaveForm } from './use-save-form.ts'

type AnyForm = Pick<ReturnType<typeof useForm>, 'props' | 'problem' | 'busy'> &
  Partial<Pick<ReturnType<typeof useSaveForm>, 'conflict'>>

export interface Removing {
  label: string
  busy: boolean
  run: () => void
  /** Asked before; left out where removing can be undone. */
  ask?: { title: string; body: ReactNode }
}

interface FootProps extends Omit<ComponentProps<typeof FormActions>, 'busy'> {
  form: AnyForm
  remove?: Removing | undefined
}

/** The form of one thing: its fields, what was wrong, saving, and removing it. */
export function RecordForm({ children, ...foot }: FootProps & { children: ReactNode }) {
  return (
    <form {...foot.form.props} className={manage.form}>
      {children}
      <RecordFoot {...foot} />
    </form>
  )
}

/** For forms with a frame of their own: what stands below the fields. */
export function RecordFoot({ form, remove, ...actions }: FootProps) {
  return (
    <>
      {form.conflict ? <Conflict form={form} {...form.conflict} /> : <FormProblem problem={form.problem} />}
      <FormActions {...actions} busy={form.busy} />
      {remove && <RemoveButton {...remove} />}
    </>
  )
}

function Conflict({ form, overwrite, adopt }: { form: AnyForm; overwrite: () => void; adopt: () => void }) {
  const { t } = useTranslation('kit')
  return (
    <FormProblem problem={form.problem} detail={t('form.conflict')}>
      <Button size="compact-sm" variant="default" onClick={adopt}>
        {t('form.adopt')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={overwrite}>
        {t('form.overwrite')}
      </Button>
    </FormProblem>
  )
}

export function RemoveButton({ label, busy, run, ask }: Removing) {
  const remove = async () => {
    if (!ask || (await confirm({ ...ask, confirmLabel: label, danger: true }))) run()
  }
  return (
    <Button
      variant="subtle"
      color="red"
      className={manage.remove}
      leftSection={<IconTrash size={16} aria-hidden />}
      loading={busy}
      onClick={() => void remove()}
    >
      {label}
    </Button>
  )
}
