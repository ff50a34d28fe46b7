import { Button, Divider, Select, Switch, TextInput } from '@mantine/core'
import { IconArrowMerge } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import { RecordForm, RemoveButton } from '../../../../web-kit/forms/record-form.tsx'
import { useRemove } from '../../../../web-kit/forms/use-remove.ts'
import { useSaveForm } from '../../../../web-kit/forms/use-save-form.ts'
import manage from '../../../../web-kit/manage/manage.module.css'
import { confirm } from '../../../../web-kit/ui/confirm.tsx'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import {
  type Category,
  changeCategory,
  createCategory,
  deleteCategory,
  listCategories,
  listServices,
  mergeCategory,
  nameIn,
} from '../../contract/http.ts'

interface Props {
  category: Category | undefined
  all: readonly Category[]
  onDone: () => void
  usage: ReactNode
}

/** One category: its names, where it stands, and what to do when it is no longer needed. */
export function CategoryForm({ category, all, onDone, usage }: Props) {
  const { t, i18n } = useTranslation('catalogAdmin')
  const services = useApi(listServices, { query: {} })
  const form = useSaveForm({
    initial: {
      name: category?.name ?? '',
      nameDe: category?.translations.de?.name ?? '',
      parentId: category?.parentId ? String(category.parentId) : (null as string | null),
      serviceId: category?.serviceId ? String(category.serviceId) : (null as string | null),
      active: category?.active ?? true,
    },
    check: (values) => ({ ...(values.name.trim() ? {} : { name: t('kit:form.missing') }) }),
    version: category?.version,
    save: ({ name, nameDe, parentId, serviceId, active }, matching) => {
      const { de: _german, ...others } = category?.translations ?? {}
      const body = {
        name: name.trim(),
        parentId: parentId === null ? null : Number(parentId),
        serviceId: serviceId === null ? null : Number(serviceId),
        active,
        translations: { ...others, ...(nameDe.trim() ? { de: { name: nameDe.trim() } } : {}) },
      }
      return category
        ? api(changeCategory, { params: { id: category.id }, body, ...matching })
        : api(createCategory, { body })
    },
    refresh: [listCategories],
    done: (saved) => t(category ? 'saved' : 'category.added', { name: saved.name }),
    onDone,
  })
  // Itself and what stands below it cannot become its parent or take it in.
  const elsewhere = all.filter((one) => !category || !one.path.join('\n').startsWith(category.path.join('\n')))
  const places = elsewhere.map((one) => ({ value: String(one.id), label: one.path.join(' / ') }))
  return (
    <>
      <RecordForm form={form} submitLabel={category ? undefined : t('category.add')} onCancel={onDone}>
        <TextInput label={t('category.name')} required maxLength={80} {...form.field('name')} data-autofocus />
        <TextInput label={t('nameDe')} description={t('nameDeHelp')} maxLength={80} {...form.field('nameDe')} />
        <Select
          label={t('category.parent')}
          placeholder={t('category.top')}
          clearable
          clearButtonProps={{ 'aria-label': t('category.top') }}
          searchable
          data={places}
          {...form.field('parentId')}
        />
        <Select
          label={t('category.service')}
          description={t('category.serviceHelp')}
          placeholder={t('category.anyService')}
          clearable
          clearButtonProps={{ 'aria-label': t('category.anyService') }}
          data={(services.data?.items ?? []).map((one) => ({
            value: String(one.id),
            label: nameIn(one, i18n.language),
          }))}
          {...form.field('serviceId')}
        />
        <Switch label={t('category.active')} description={t('category.activeHelp')} {...form.toggle('active')} />
        {usage}
      </RecordForm>
      {category && (
        <LastThings
          category={category}
          places={places.filter((p) => activePlace(all, p.value))}
          usage={usage}
          onDone={onDone}
        />
      )}
    </>
  )
}

const activePlace = (all: readonly Category[], id: string) => all.find((one) => String(one.id) === id)?.active

interface LastThingsProps {
  category: Category
  places: { value: string; label: string }[]
  usage: ReactNode
  onDone: () => void
}

/** Merging and deleting. */
function LastThings({ category, places, usage, onDone }: LastThingsProps) {
  const { t } = useTranslation('catalogAdmin')
  const [into, setInto] = useState<string | null>(null)
  const merge = useSend(mergeCategory, {
    refresh: [listCategories],
    onDone: (target) => {
      toast.done(t('category.merged', { name: category.name, into: target.name }))
      onDone()
    },
  })
  const remove = useRemove(deleteCategory, {
    params: { id: category.id },
    label: t('delete'),
    ask: {
      title: t('category.deleteTitle', { name: category.name }),
      body: (
        <>
          <p>{t('category.deleteBody')}</p>
          {usage}
        </>
      ),
    },
    refresh: [listCategories],
    done: t('deleted', { name: category.name }),
    onDone,
  })
  async function askToMerge() {
    const target = places.find((place) => place.value === into)
    if (!target) return
    const yes = await confirm({
      title: t('category.mergeTitle', { name: category.name, into: target.label }),
      body: (
        <>
          <p>{t('category.mergeBody')}</p>
          {usage}
        </>
      ),
      confirmLabel: t('category.merge'),
      danger: true,
    })
    if (yes) merge.mutate({ params: { id: category.id }, body: { intoId: Number(into) } })
  }
  return (
    <>
      <Divider my="lg" />
      <div className={manage.form}>
        <Select
          label={t('category.mergeInto')}
          description={t('category.mergeHelp')}
          placeholder={t('category.mergeChoose')}
          searchable
          data={places}
          value={into}
          onChange={setInto}
        />
        <div className={manage.badges}>
          <Button
            variant="default"
            disabled={into === null}
            loading={merge.isPending}
            leftSection={<IconArrowMerge size={16} aria-hidden />}
            onClick={() => void askToMerge()}
          >
            {t('category.merge')}
          </Button>
          <RemoveButton {...remove} />
        </div>
      </div>
    </>
  )
}
