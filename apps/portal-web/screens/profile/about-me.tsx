import { NativeSelect, Stack, TextInput, useMantineColorScheme } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { changeMe, getMe, type Me } from '../../../../rooms/people/contract/http.ts'
import { api } from '../../../../web-kit/api/api.ts'
import { keyOf } from '../../../../web-kit/api/use-api.ts'
import { FormActions } from '../../../../web-kit/forms/form-actions.tsx'
import { FormProblem } from '../../../../web-kit/forms/form-problem.tsx'
import { useForm } from '../../../../web-kit/forms/use-form.ts'
import { type Language, languages, setLanguage } from '../../../../web-kit/i18n/i18n.ts'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import { Card } from './card.tsx'

const themes = ['system', 'light', 'dark'] as const

/** How I am called, and how the pages and mails speak and look. */
export function AboutMe({ me }: { me: Me }) {
  const { t } = useTranslation('portal')
  const cache = useQueryClient()
  const { setColorScheme } = useMantineColorScheme()
  const zones = useMemo(() => zonesWith(me.timeZone), [me.timeZone])
  const form = useForm({
    initial: { name: me.name, language: me.language.slice(0, 2), timeZone: me.timeZone, theme: me.theme },
    check: ({ name }) => (name.trim() ? {} : { name: t('profile.nameMissing') }),
    submit: async (values) => {
      const changed = await api(changeMe, { body: values, ifMatch: me.version })
      cache.setQueryData(keyOf(getMe, {}), changed)
      setColorScheme(values.theme === 'system' ? 'auto' : values.theme)
      await setLanguage(values.language as Language)
      toast.done(t('profile.saved'))
    },
  })
  return (
    <Card title={t('profile.about')}>
      <form {...form.props}>
        <Stack gap="md">
          <TextInput label={t('profile.name')} autoComplete="name" {...form.field('name')} />
          <NativeSelect
            label={t('profile.language')}
            description={t('profile.languageHelp')}
            data={[...languages]}
            {...form.field('language')}
          />
          <NativeSelect label={t('profile.timeZone')} data={zones} {...form.field('timeZone')} />
          <NativeSelect
            label={t('profile.theme')}
            data={themes.map((value) => ({ value, label: t(`kit:theme.${value === 'system' ? 'auto' : value}`) }))}
            {...form.field('theme')}
          />
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
