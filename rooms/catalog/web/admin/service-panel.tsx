import { Button, Tabs } from '@mantine/core'
import { IconAdjustments, IconForms, IconTrash } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import { confirm } from '../../../../web-kit/ui/confirm.tsx'
import { ErrorState, TextSkeleton } from '../../../../web-kit/ui/states.tsx'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import { deleteService, getForm, getService, listServices, nameIn } from '../../contract/http.ts'
import { FormBuilder } from './form-builder.tsx'
import { ServiceForm } from './service-form.tsx'
import './strings.ts'

interface Props {
  id: number
  onName: (name: string) => void
  usage: ReactNode
}

/** One service: what it is, and what it asks. */
export function ServicePanel({ id, onName, usage }: Props) {
  const { t, i18n } = useTranslation('catalogAdmin')
  const navigate = useNavigate()
  const service = useApi(getService, { params: { id } })
  const form = useApi(getForm, { params: { id }, query: {} })
  const [tab, setTab] = useState<string | null>('details')
  const name = service.data && nameIn(service.data, i18n.language)
  useEffect(() => {
    if (name) onName(name)
  }, [name, onName])
  const remove = useSend(deleteService, {
    refresh: [listServices],
    onDone: () => {
      toast.done(t('deleted', { name }))
      void navigate({ to: '/desk/admin/services' as string })
    },
  })
  async function askToDelete() {
    const yes = await confirm({
      title: t('service.deleteTitle', { name }),
      body: (
        <>
          <p>{t('service.deleteBody')}</p>
          {usage}
        </>
      ),
      confirmLabel: t('delete'),
      danger: true,
    })
    if (yes) remove.mutate({ params: { id } })
  }
  if (service.error) return <ErrorState error={service.error} retry={() => void service.refetch()} />
  if (!service.data) return <TextSkeleton lines={8} />
  return (
    <Tabs value={tab} onChange={setTab} keepMounted={false}>
      <Tabs.List mb="md">
        <Tabs.Tab value="details" leftSection={<IconAdjustments size={16} aria-hidden />}>
          {t('service.details')}
        </Tabs.Tab>
        <Tabs.Tab value="form" leftSection={<IconForms size={16} aria-hidden />}>
          {t('service.form')}
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="details" maw={720}>
        <ServiceForm key={service.data.version} service={service.data} onDone={() => {}} usage={usage} />
        <Button
          mt="xl"
          variant="subtle"
          color="red"
          leftSection={<IconTrash size={16} aria-hidden />}
          loading={remove.isPending}
          onClick={() => void askToDelete()}
        >
          {t('service.delete')}
        </Button>
      </Tabs.Panel>
      <Tabs.Panel value="form">
        {form.error ? (
          <ErrorState error={form.error} retry={() => void form.refetch()} />
        ) : form.data ? (
          <FormBuilder key={form.data.number} form={form.data} />
        ) : (
          <TextSkeleton lines={8} />
        )}
      </Tabs.Panel>
    </Tabs>
  )
}
