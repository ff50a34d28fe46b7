import { Button } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { listPastSettings, type SettingView } from '../../../../../platform/settings/contract.ts'
import { usePages } from '../../../../../web-kit/api/use-api.ts'
import manage from '../../../../../web-kit/manage/manage.module.css'
import { EmptyState, ErrorState, TextSkeleton } from '../../../../../web-kit/ui/states.tsx'
import { Time } from '../../../../../web-kit/ui/time.tsx'
import { valueInWords, wordsOf } from './setting-words.ts'
import classes from './settings.module.css'

/** Who changed what, newest first. */
export function SettingChanges({ settings }: { settings: readonly SettingView[] }) {
  const { t } = useTranslation('admin')
  const past = usePages(listPastSettings, { query: {} }, { live: ['settings:1'] })
  if (past.error) return <ErrorState error={past.error} retry={() => void past.refetch()} />
  if (!past.data) return <TextSkeleton lines={6} />
  if (past.items.length === 0)
    return (
      <EmptyState icon={<IconHistory />} title={t('settings.noChanges')}>
        {t('settings.noChangesHelp')}
      </EmptyState>
    )
  return (
    <>
      <ul className={classes.changes}>
        {past.items.map(({ id, key, before, after, by, at }) => {
          const setting = settings.find((one) => one.key === key)
          const inWords = (value: unknown) => (setting ? valueInWords(t, setting, value) : JSON.stringify(value))
          return (
            <li key={id}>
              <strong>{setting ? wordsOf(setting).label : key}</strong>
              <span className={classes.step}>
                {t('settings.fromTo', { before: inWords(before), after: inWords(after) })}
              </span>
              <span className={manage.small}>
                {by} · <Time at={at} />
              </span>
            </li>
          )
        })}
      </ul>
      {past.hasNextPage && (
        <Button variant="subtle" fullWidth onClick={past.more}>
          {t('kit:list.more')}
        </Button>
      )}
    </>
  )
}
