import {
  Anchor,
  Autocomplete,
  NumberInput,
  PasswordInput,
  Radio,
  Select,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormOf } from '../../../../web-kit/forms/use-form.ts'
import type { ImapAccount } from '../../contract/imap.ts'
import { type ImapValues, type Provider, presetOf } from './imap-values.ts'
import classes from './receiving.module.css'

interface Props {
  form: FormOf<ImapValues>
}

export function ImapServerFields({ form, setAll }: Props & { setAll: (values: Partial<ImapValues>) => void }) {
  const { t } = useTranslation('receiving')
  const { provider, security, ca } = form.values
  const [own, setOwn] = useState(ca !== '')
  return (
    <>
      <Select
        label={t('provider')}
        allowDeselect={false}
        data={(['imap', 'google', 'microsoft'] as const).map((value) => ({ value, label: t(`providers.${value}`) }))}
        {...form.field('provider')}
        onChange={(value) => setAll({ provider: value as Provider, ...presetOf(value as Provider) })}
      />
      {provider !== 'imap' && <p className={classes.quiet}>{t(`how.${provider}`)}</p>}
      <div className={classes.pair}>
        <TextInput label={t('host')} placeholder="imap.example.org" required {...form.field('host')} />
        <NumberInput label={t('port')} min={1} max={65_535} hideControls {...form.field('port')} />
      </div>
      {provider === 'imap' && (
        <Select
          label={t('security')}
          allowDeselect={false}
          data={(['tls', 'starttls', 'none'] as const).map((value) => ({ value, label: t(`securities.${value}`) }))}
          {...form.field('security')}
          onChange={(value) => setAll({ security: value as ImapValues['security'], port: value === 'tls' ? 993 : 143 })}
        />
      )}
      {provider === 'imap' && security !== 'none' && !own && (
        <Anchor component="button" type="button" size="sm" ta="start" onClick={() => setOwn(true)}>
          {t('ownAuthority')}
        </Anchor>
      )}
      {provider === 'imap' && security !== 'none' && own && (
        <Textarea
          label={t('ca')}
          description={t('caHelp')}
          placeholder="-----BEGIN CERTIFICATE-----"
          minRows={3}
          maxRows={6}
          autosize
          {...form.field('ca')}
        />
      )}
    </>
  )
}

export function ImapLoginFields({ form, account }: Props & { account: ImapAccount | null }) {
  const { t } = useTranslation('receiving')
  const { provider, login } = form.values
  const secret = (has: boolean | undefined) => (has ? { description: t('secretKept') } : {})
  return (
    <>
      <TextInput label={t('username')} required autoComplete="off" {...form.field('username')} />
      <Select
        label={t('login')}
        allowDeselect={false}
        data={(['password', 'oauth'] as const).map((value) => ({ value, label: t(`logins.${value}`) }))}
        {...form.field('login')}
      />
      {login === 'password' && (
        <PasswordInput
          label={t('password')}
          required={!account?.hasPassword}
          autoComplete="new-password"
          {...secret(account?.hasPassword)}
          {...form.field('password')}
        />
      )}
      {login === 'oauth' && (
        <>
          <TextInput label={t('clientId')} required autoComplete="off" {...form.field('clientId')} />
          <PasswordInput
            label={t('clientSecret')}
            autoComplete="new-password"
            {...secret(account?.hasClientSecret)}
            {...form.field('clientSecret')}
          />
          <PasswordInput
            label={t('refreshToken')}
            autoComplete="new-password"
            {...(account?.hasRefreshToken ? secret(true) : { description: t('refreshTokenHelp') })}
            {...form.field('refreshToken')}
          />
          <TextInput
            label={t('tokenUrl')}
            required
            {...(provider === 'microsoft' ? { description: t('tenantHelp') } : {})}
            {...form.field('tokenUrl')}
          />
          <TextInput label={t('scope')} {...form.field('scope')} />
        </>
      )}
    </>
  )
}

export function ImapFolderFields({ form, folders, isNew }: Props & { folders: readonly string[]; isNew: boolean }) {
  const { t } = useTranslation('receiving')
  const { afterImport } = form.values
  return (
    <>
      <Autocomplete label={t('folder')} required data={[...folders]} {...form.field('folder')} />
      {isNew && (
        <Radio.Group label={t('startWith')} description={t('startWithHelp')} {...form.field('startWith')}>
          <Stack gap={8} mt={8}>
            {(['new', 'unread', 'all'] as const).map((value) => (
              <Radio key={value} value={value} label={t(`starts.${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <Radio.Group label={t('afterImport')} {...form.field('afterImport')}>
        <Stack gap={8} mt={8}>
          {(['seen', 'move', 'delete'] as const).map((value) => (
            <Radio key={value} value={value} label={t(`afters.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {afterImport === 'move' && (
        <Autocomplete
          label={t('moveTo')}
          description={t('moveToHelp')}
          required
          data={[...folders]}
          {...form.field('moveTo')}
        />
      )}
    </>
  )
}
