import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import { RecordForm } from '../../../../web-kit/forms/record-form.tsx'
import { useRemove } from '../../../../web-kit/forms/use-remove.ts'
import { useSaveForm } from '../../../../web-kit/forms/use-save-form.ts'
import {
  createProvider,
  listProviders,
  listProviderVersions,
  type Provider,
  type ProviderDoc,
  removeProvider,
  saveProvider,
  tryProvider,
} from '../../contract/http.ts'
import classes from './admin.module.css'
import { Versions } from './versions.tsx'

interface Props {
  provider: Provider | undefined
  onDone: () => void
}

const usual = 'To={{phone}}&Body={{text}} {{url}}'
const filledIn = '{{phone}}, {{name}}, {{text}}, {{url}}, {{number}}'

/** Where a provider is, what lets us in, and what is sent. */
export function ProviderForm({ provider, onDone }: Props) {
  const { t } = useTranslation('oncallAdmin')
  const form = useSaveForm({
    initial: {
      name: provider?.name ?? '',
      format: provider?.doc.format ?? ('form' as ProviderDoc['format']),
      template: provider?.doc.template ?? usual,
      url: '',
      headers: '',
    },
    version: provider?.version,
    check: (v) => ({
      ...(v.name.trim() ? {} : { name: t('kit:form.missing') }),
      ...(provider || v.url.trim() ? {} : { url: t('kit:form.missing') }),
      ...(v.template.trim() ? {} : { template: t('kit:form.missing') }),
    }),
    save: (v, matching) => {
      const url = v.url.trim()
      const body = {
        name: v.name.trim(),
        format: v.format,
        template: v.template,
        ...(url ? { url, headers: headersOf(v.headers) } : {}),
      }
      return provider
        ? api(saveProvider, { params: { id: provider.id }, body, ...matching })
        : api(createProvider, { body })
    },
    refresh: [listProviders, listProviderVersions],
    done: (saved) => t('saved', { name: saved.name }),
    onDone,
  })
  const remove = useRemove(removeProvider, {
    params: { id: provider?.id ?? 0 },
    label: t('remove'),
    ask: { title: t('removeTitle', { name: provider?.name }), body: t('removeBody') },
    refresh: [listProviders],
    done: t('removed', { name: provider?.name }),
    onDone,
  })
  const trial = useSend(tryProvider)
  const { values, set } = form
  return (
    <>
      <RecordForm
        form={form}
        submitLabel={provider ? undefined : t('provider.add')}
        onCancel={onDone}
        remove={provider && remove}
      >
        <TextInput label={t('name')} required maxLength={120} {...form.field('name')} data-autofocus />
        <TextInput
          label={t('url')}
          description={provider ? t('urlKept', { host: provider.doc.host }) : t('urlHelp')}
          type="url"
          placeholder="https://"
          maxLength={2000}
          autoComplete="off"
          required={!provider}
          {...form.field('url')}
        />
        {(!provider || values.url.trim()) && (
          <Textarea
            label={t('headers')}
            description={t('headersHelp')}
            autosize
            minRows={2}
            maxLength={4000}
            autoComplete="off"
            {...form.field('headers')}
          />
        )}
        <Select
          label={t('format')}
          allowDeselect={false}
          data={(['form', 'json'] as const).map((value) => ({ value, label: t(`formats.${value}`) }))}
          value={values.format}
          onChange={(value) => set('format', (value ?? 'form') as ProviderDoc['format'])}
        />
        <Textarea
          label={t('template')}
          description={t('templateHelp', { list: filledIn, interpolation: { skipOnVariables: true } })}
          required
          autosize
          minRows={3}
          maxLength={8000}
          {...form.field('template')}
        />
      </RecordForm>
      {provider && (
        <>
          <Button
            variant="default"
            disabled={form.dirty}
            loading={trial.isPending}
            onClick={() => trial.mutate({ params: { id: provider.id } })}
          >
            {t('trial')}
          </Button>
          <p role="status" className={trial.data && !trial.data.ok ? classes.bad : classes.dim}>
            {trial.data && t(trial.data.ok ? 'trialDone' : 'trialBad', { answer: trial.data.answer })}
          </p>
          <Versions
            endpoint={listProviderVersions}
            id={provider.id}
            words={(doc: ProviderDoc) => `${doc.host}, ${doc.template}`}
          />
        </>
      )}
    </>
  )
}

function headersOf(text: string): Record<string, string> {
  const pairs = text.split('\n').flatMap((line) => {
    const [, name, value] = /^\s*([A-Za-z0-9-]+)\s*:\s*(.+?)\s*$/.exec(line) ?? []
    return name && value ? [[name, value] as const] : []
  })
  return Object.fromEntries(pairs)
}
