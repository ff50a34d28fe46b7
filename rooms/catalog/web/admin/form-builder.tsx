import { Alert, Button, Menu } from '@mantine/core'
import { IconForms, IconHistory, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApiProblem } from '../../../../web-kit/api/problem.ts'
import { stale } from '../../../../web-kit/api/use-api.ts'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import { FormProblem } from '../../../../web-kit/forms/form-problem.tsx'
import { useUnsavedGuard } from '../../../../web-kit/forms/use-unsaved-guard.ts'
import manage from '../../../../web-kit/manage/manage.module.css'
import { EmptyState } from '../../../../web-kit/ui/states.tsx'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import {
  checkForm,
  type FieldType,
  type Form,
  fieldTypes,
  getForm,
  listServices,
  putForm,
} from '../../contract/http.ts'
import classes from './catalog-admin.module.css'
import { type DraftField, fromDraft, moved, newField, toDraft } from './draft-form.ts'
import { FieldEditor } from './field-editor.tsx'
import { fieldTypeIcons } from './field-type-icons.ts'
import { FormPreview } from './form-preview.tsx'

/** The questions of a service: edited on one side, tried out on the other, kept as a new version. */
export function FormBuilder({ form }: { form: Form }) {
  const { t } = useTranslation('catalogAdmin')
  const [fields, setFields] = useState(() => toDraft(form.fields))
  const [open, setOpen] = useState<string>()
  const [problem, setProblem] = useState<ApiProblem>()
  const current = fromDraft(fields)
  const dirty = JSON.stringify(current) !== JSON.stringify(fromDraft(toDraft(form.fields)))
  const errors = checkForm(current)
  const nameless = current.findIndex((field) => !Object.values(field.label).some((words) => words.trim()))
  const save = useSend(putForm, {
    onDone: (saved) => {
      void stale(getForm)
      void stale(listServices)
      toast.done(t('form.saved', { number: saved.number }))
    },
    onProblem: (found) => {
      setProblem(found)
      return true
    },
  })
  useUnsavedGuard(dirty && !save.isPending && !save.isSuccess)

  const set = (index: number, field: DraftField) =>
    setFields((before) => before.map((one, at) => (at === index ? field : one)))
  function add(type: FieldType) {
    const field = newField(
      type,
      t(`type.${type}`),
      fields.map((one) => one.key),
    )
    setFields([...fields, field])
    setOpen(field.uid)
  }
  function remove(index: number) {
    const before = fields
    setFields(fields.filter((_, at) => at !== index))
    toast.done(t('form.removed'), { undo: () => setFields(before) })
  }
  return (
    <div className={classes.builder}>
      <div>
        <p className={manage.small} style={{ marginTop: 0 }}>
          <IconHistory size={14} aria-hidden style={{ verticalAlign: '-2px', marginInlineEnd: 5 }} />
          {form.number === 0 ? t('form.noVersion') : t('form.version', { number: form.number })}
        </p>
        {fields.length === 0 && (
          <EmptyState icon={<IconForms />} title={t('form.none')}>
            {t('form.noneHelp')}
          </EmptyState>
        )}
        <ol className={classes.fields} aria-label={t('form.fields')}>
          {fields.map((field, index) => (
            <FieldEditor
              key={field.uid}
              field={field}
              earlier={fields.slice(0, index)}
              errors={errors.filter((error) => error.field.startsWith(`fields.${index}.`))}
              opened={open === field.uid}
              onToggle={() => setOpen(open === field.uid ? undefined : field.uid)}
              onChange={(next) => set(index, next)}
              onMove={(by) => setFields(moved(fields, index, by))}
              first={index === 0}
              last={index === fields.length - 1}
              onRemove={() => remove(index)}
            />
          ))}
        </ol>
        <Menu position="bottom-start">
          <Menu.Target>
            <Button mt="md" variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
              {t('form.addField')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {fieldTypes.map((type) => {
              const Icon = fieldTypeIcons[type]
              return (
                <Menu.Item key={type} leftSection={<Icon size={16} aria-hidden />} onClick={() => add(type)}>
                  {t(`type.${type}`)}
                </Menu.Item>
              )
            })}
          </Menu.Dropdown>
        </Menu>
        {dirty && form.number > 0 && (
          <Alert mt="md" color="gray">
            {t('form.effect')}
          </Alert>
        )}
        <div style={{ marginTop: 16 }}>
          <FormProblem problem={problem} />
        </div>
        <div className={manage.badges} style={{ marginTop: 12 }}>
          <Button
            disabled={!dirty || errors.length > 0 || nameless >= 0}
            loading={save.isPending}
            onClick={() => {
              setProblem(undefined)
              save.mutate({ params: { id: form.serviceId }, body: { fields: current }, ifMatch: form.number })
            }}
          >
            {t('form.save')}
          </Button>
          {dirty && (
            <Button variant="default" onClick={() => setFields(toDraft(form.fields))}>
              {t('form.discard')}
            </Button>
          )}
        </div>
        {dirty && (errors.length > 0 || nameless >= 0) && (
          <p className={manage.small} role="status">
            {t('form.notYet')}
          </p>
        )}
      </div>
      <FormPreview fields={errors.length === 0 ? current : []} broken={errors.length > 0} />
    </div>
  )
}
