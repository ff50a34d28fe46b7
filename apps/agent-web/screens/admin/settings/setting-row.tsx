import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SettingView } from '../../../../../platform/settings/contract.ts'
import { Time } from '../../../../../web-kit/ui/time.tsx'
import { SettingField } from './setting-field.tsx'
import { valueInWords, wordsOf } from './setting-words.ts'
import classes from './settings.module.css'

interface Props {
  setting: SettingView
  value: unknown
  error: string | undefined
  onChange: (value: unknown) => void
}

/** One setting: what it does, what it is, what it would be without us, and who made it so. */
export function SettingRow({ setting, ...field }: Props) {
  const { t } = useTranslation('admin')
  const { fixedBy, changed } = setting
  const same = JSON.stringify(field.value) === JSON.stringify(setting.default)
  return (
    <div className={classes.setting}>
      <SettingField setting={setting} {...field} />
      <p className={classes.meta}>
        {fixedBy ? (
          <>
            <IconLock size={14} aria-hidden /> {t('settings.fixed', { env: fixedBy })}
          </>
        ) : same ? null : (
          <>
            {t('settings.default', { value: valueInWords(t, setting, setting.default) })}
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={t('settings.backNamed', { name: wordsOf(setting).label })}
              onClick={() => field.onChange(setting.default)}
            >
              {t('settings.back')}
            </Button>
          </>
        )}
        {changed && !fixedBy && (
          <span>
            {t('settings.changedBy', { name: changed.by })} <Time at={changed.at} />
          </span>
        )}
      </p>
    </div>
  )
}
