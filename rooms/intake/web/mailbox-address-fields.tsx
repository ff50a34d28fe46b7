import { Select, Switch, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../web-kit/api/use-api.ts'
import type { FormOf } from '../../../web-kit/forms/use-form.ts'
import { languages, translate } from '../../../web-kit/i18n/i18n.ts'
import { listServices, nameIn } from '../../catalog/contract/http.ts'
import { listTeams } from '../../people/contract/http.ts'
import { type Mailbox, replyTags } from '../contract/http.ts'
import classes from './mail-admin.module.css'
import './strings.ts'

const idText = (id: number | null | undefined) => (id ? String(id) : null)

export const initialAddress = (mailbox: Mailbox | undefined) => ({
  address: mailbox?.address ?? '',
  name: mailbox?.name ?? '',
  team: idText(mailbox?.team),
  service: idText(mailbox?.service),
  language: mailbox?.language ?? (null as string | null),
  signature: mailbox?.signature ?? '',
  active: mailbox?.active ?? true,
  replyTags: (mailbox?.replyTags ?? 'auto') as string,
})

export type AddressValues = ReturnType<typeof initialAddress>

export const checkAddress = (values: AddressValues) => ({
  ...(values.address.trim() ? {} : { address: translate('kit:form.missing') }),
  ...(values.name.trim() ? {} : { name: translate('kit:form.missing') }),
})

export const addressBody = (values: AddressValues) => ({
  address: values.address.trim(),
  name: values.name.trim(),
  team: values.team ? Number(values.team) : null,
  service: values.service ? Number(values.service) : null,
  language: values.language,
  signature: values.signature,
  active: values.active,
  replyTags: values.replyTags as Mailbox['replyTags'],
})

/** What a signed address of a ticket looks like. */
function taggedExample(address: string): string {
  const [local = '', domain = ''] = (address.includes('@') ? address : 'help@example.org').split('@')
  return `${local}+t1042.k3b…@${domain}`
}

/** Who is written to, and where that mail goes. */
export function MailboxAddressFields({
  form,
  tagsProved = false,
}: {
  form: FormOf<AddressValues>
  tagsProved?: boolean
}) {
  const { t, i18n } = useTranslation('intake')
  const teams = useApi(listTeams, {})
  const services = useApi(listServices, { query: { active: true } })
  const team = teams.data?.items.find((one) => String(one.id) === form.values.team)?.name
  return (
    <>
      <TextInput
        type="email"
        label={t('mailbox.address')}
        description={t('mailbox.addressHelp')}
        placeholder="help@example.org"
        required
        {...form.field('address')}
        data-autofocus
      />
      <TextInput
        label={t('mailbox.name')}
        description={t('mailbox.nameHelp')}
        required
        maxLength={200}
        {...form.field('name')}
      />
      <Select
        label={t('mailbox.team')}
        placeholder={t('mailbox.noTeam')}
        clearable
        clearButtonProps={{ 'aria-label': t('mailbox.noTeam') }}
        data={(teams.data?.items ?? []).map((one) => ({ value: String(one.id), label: one.name }))}
        {...form.field('team')}
      />
      <Select
        label={t('mailbox.service')}
        placeholder={t('mailbox.noService')}
        clearable
        clearButtonProps={{ 'aria-label': t('mailbox.noService') }}
        data={(services.data?.items ?? []).map((one) => ({
          value: String(one.id),
          label: nameIn(one, i18n.language),
        }))}
        {...form.field('service')}
      />
      <Select
        label={t('mailbox.language')}
        placeholder={t('mailbox.asPerson')}
        clearable
        clearButtonProps={{ 'aria-label': t('mailbox.asPerson') }}
        data={languages.map(({ value, label }) => ({ value, label }))}
        {...form.field('language')}
      />
      <Textarea
        label={t('mailbox.signature')}
        description={t('mailbox.signatureHelp')}
        minRows={3}
        maxLength={10_000}
        {...form.field('signature')}
      />
      <Select
        label={t('mailbox.replyTags')}
        description={t(tagsProved ? 'mailbox.tagsProved' : 'mailbox.replyTagsHelp', {
          address: taggedExample(form.values.address),
        })}
        allowDeselect={false}
        data={replyTags.map((value) => ({ value, label: t(`mailbox.tags.${value}`) }))}
        {...form.field('replyTags')}
      />
      <Switch label={t('mailbox.active')} description={t('mailbox.activeHelp')} {...form.toggle('active')} />
      <p className={classes.small} role="status">
        {t(form.values.active ? 'mailbox.effect' : 'mailbox.effectOff', {
          address: form.values.address || '…',
          team: team ?? t('mailbox.noTeam'),
        })}
      </p>
    </>
  )
}
