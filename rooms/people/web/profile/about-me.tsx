import { NativeSelect, Stack, TextInput, useMantineColorScheme } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { keyOf } from '../../../../web-kit/api/use-api.ts'
import { FormActions } from '../../../../web-kit/forms/form-actions.tsx'
import { FormProblem } from '../../../../web-kit/forms/form-problem.tsx'
import { useForm } from '../../../../web-kit/forms/use-form.ts'
import { type Language, languages, setLanguage } from '../../../../web-kit/i18n/i18n.ts'
import { setDensity } from '../../../../web-kit/theme/preferences.ts'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import { changeMe, getMe, type Me } from '../../contract/http-session.ts'
import { Card } from './card.tsx'

const densities = ['comfortable', 'compact'] as const
const themes = ['system', 'light', 'dark'] as const

/** How I am called, and how the pages and mails speak and look. */
export function AboutMe({ me }: { me: Me }) {
  const { t } = useTranslation('profile')
  const cache = useQueryClient()
  const { setColorScheme } = useMantineColorScheme()
  const worksHere = me.permissions.includes('ticket.read')
  const zones = useMemo(() => zonesWith(me.timeZone), [me.timeZone])
  const form = useForm({
    initial: {
      name: me.name,
      language: me.language.slice(0, 2),
      timeZone: me.timeZone,
      theme: me.theme,
      density: me.density,
    },
    check: ({ name }) => (name.trim() ? {} : { name: t('nameMissing') }),
    submit: async (values) => {
      const changed = await api(changeMe, { body: values, ifMatch: me.version })
      cache.setQueryData(keyOf(getMe, {}), changed)
      setDensity(values.density)
      setColorScheme(values.theme === 'system' ? 'auto' : values.theme)
      await setLanguage(values.language as Language)
      toast.done(t('saved'))
    },
  })
  return (
    <Card title={t('about')}>
      <form {...form.props}>
        <Stack gap="md">
          <TextInput label={t('name')} autoComplete="name" {...form.field('name')} />
          <NativeSelect
            label={t('language')}
            description={t('languageHelp')}
            data={[...languages]}
            {...form.field('language')}
          />
          <NativeSelect
            label={t('timeZone')}
            description={t('timeZoneHelp')}
            data={zones}
            {...form.field('timeZone')}
          />
          <NativeSelect
            label={t('theme')}
            data={themes.map((value) => ({ value, label: t(`kit:theme.${value === 'system' ? 'auto' : value}`) }))}
            {...form.field('theme')}
          />
          {worksHere && (
            <NativeSelect
              label={t('density')}
              description={t('densityHelp')}
              data={densities.map((value) => ({ value, label: t(`kit:theme.${value}`) }))}
              {...form.field('density')}
            />
          )}
          <FormProblem problem={form.problem} />
          <FormActions busy={form.busy} onCancel={form.dirty ? () => form.reset() : undefined} />
        </Stack>
      </form>
    </Card>
  )
}

/** All zones this browser knows, and the one that is set, which an older browser may not know. */
function zonesWith(own: string) {
  const known = Intl.supportedValuesOf('timeZone')
  const all = known.includes(own) ? known : [own, ...known]
  return all.map((value) => ({ value, label: value.replaceAll('_', ' ') }))
}
