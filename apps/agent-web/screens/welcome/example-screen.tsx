import { Anchor, Button, PasswordInput, Stack, Text } from '@mantine/core'
import { IconBuildingHospital } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type ExampleDesk, getExampleDesk, loadExampleDesk } from '../../../../rooms/desk/contract/example-desk.ts'
import { api } from '../../../../web-kit/api/api.ts'
import { stale, useApi } from '../../../../web-kit/api/use-api.ts'
import { FormProblem } from '../../../../web-kit/forms/form-problem.tsx'
import { useForm } from '../../../../web-kit/forms/use-form.ts'
import { DataTable } from '../../../../web-kit/list/data-table.tsx'
import { EmptyState, ErrorState, TextSkeleton } from '../../../../web-kit/ui/states.tsx'
import { Page } from '../../shell/page.tsx'

/** Fills a new desk with the example hospital, to look around in. */
export function ExampleScreen() {
  const { t } = useTranslation('agent')
  const example = useApi(getExampleDesk, {})
  return (
    <Page title={t('example.title')} heading narrow>
      {example.error ? (
        <ErrorState error={example.error} retry={example.refetch} />
      ) : example.data ? (
        <Example example={example.data} />
      ) : (
        <TextSkeleton />
      )}
    </Page>
  )
}

function Example({ example: { state, accounts } }: { example: ExampleDesk }) {
  const { t } = useTranslation('agent')
  if (state === 'loaded') return <Loaded accounts={accounts} />
  if (state === 'ready') return <LoadForm />
  if (state === 'loading') return <Loading />
  return (
    <EmptyState icon={<IconBuildingHospital />} title={t('example.title')}>
      {t('example.inUse')}
    </EmptyState>
  )
}

/** Somebody else began, or this browser before a reload. */
function Loading() {
  const { t } = useTranslation('agent')
  useApi(getExampleDesk, {}, { everyMs: 2000 })
  return (
    <div role="status">
      <EmptyState icon={<IconBuildingHospital />} title={t('example.title')}>
        {t('example.loading')}
      </EmptyState>
    </div>
  )
}

function LoadForm() {
  const { t } = useTranslation('agent')
  const form = useForm({
    initial: { password: '' },
    check: (values) => (values.password.length >= 10 ? {} : { password: t('example.passwordShort') }),
    submit: async (body) => {
      await api(loadExampleDesk, { body })
      await stale(getExampleDesk)
    },
  })
  return (
    <form {...form.props}>
      <Stack gap="md" maw={560}>
        <Text>{t('example.lead')}</Text>
        <PasswordInput
          label={t('example.password')}
          description={t('example.passwordHelp')}
          autoComplete="new-password"
          autoFocus
          {...form.field('password')}
        />
        <Text size="sm" c="dimmed" role="status">
          {t(form.busy ? 'example.loading' : 'example.clean')}
        </Text>
        <FormProblem problem={form.problem} />
        <Button type="submit" loading={form.busy} style={{ alignSelf: 'flex-start' }}>
          {t('example.load')}
        </Button>
      </Stack>
    </form>
  )
}

function Loaded({ accounts }: { accounts: ExampleDesk['accounts'] }) {
  const { t } = useTranslation('agent')
  return (
    <Stack gap="md">
      <Text fw={600}>{t('example.loaded')}</Text>
      <Text>{t('example.loadedHelp')}</Text>
      <DataTable
        label={t('example.title')}
        rows={accounts}
        keyOf={(account) => account.email}
        columns={[
          { key: 'name', title: t('example.name'), cell: (account) => account.name },
          { key: 'email', title: t('example.email'), cell: (account) => account.email },
          { key: 'role', title: t('example.role'), wideOnly: true, cell: (account) => account.role },
        ]}
      />
      {/* Everything this page has read before is of a desk without the example. */}
      <Anchor href="/desk?list=open">{t('example.look')}</Anchor>
    </Stack>
  )
}
