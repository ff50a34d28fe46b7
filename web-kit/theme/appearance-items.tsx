import { Menu, useMantineColorScheme } from '@mantine/core'
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type Language, languages, setLanguage } from '../i18n/i18n.ts'
import { type Density, useDensity } from './preferences.ts'

const Tick = ({ on }: { on: boolean }) => (on ? <IconCheck size={14} aria-hidden /> : null)

export interface Chosen {
  theme?: 'system' | 'light' | 'dark'
  density?: Density
  language?: Language
}

interface Props {
  density?: boolean
  /** Called after a choice took effect here, to keep it for the person. */
  onChoose?: (chosen: Chosen) => void
}

/** Menu items for scheme, density and language; place inside a `<Menu.Dropdown>`. */
export function AppearanceItems({ density: withDensity = true, onChoose }: Props) {
  const { t, i18n } = useTranslation('kit')
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const [density, setDensity] = useDensity()
  const schemes = [
    ['light', IconSun],
    ['dark', IconMoon],
    ['auto', IconDeviceDesktop],
  ] as const
  return (
    <>
      <Menu.Label>{t('theme.label')}</Menu.Label>
      {schemes.map(([scheme, Icon]) => (
        <Menu.Item
          key={scheme}
          role="menuitemradio"
          aria-checked={colorScheme === scheme}
          leftSection={<Icon size={16} stroke={1.75} />}
          rightSection={<Tick on={colorScheme === scheme} />}
          onClick={() => {
            setColorScheme(scheme)
            onChoose?.({ theme: scheme === 'auto' ? 'system' : scheme })
          }}
        >
          {t(`theme.${scheme}`)}
        </Menu.Item>
      ))}
      {withDensity && (
        <>
          <Menu.Label>{t('theme.density')}</Menu.Label>
          {(['comfortable', 'compact'] as Density[]).map((value) => (
            <Menu.Item
              key={value}
              role="menuitemradio"
              aria-checked={density === value}
              rightSection={<Tick on={density === value} />}
              onClick={() => {
                setDensity(value)
                onChoose?.({ density: value })
              }}
            >
              {t(`theme.${value}`)}
            </Menu.Item>
          ))}
        </>
      )}
      <Menu.Label>{t('theme.language')}</Menu.Label>
      {languages.map(({ value, label }) => (
        <Menu.Item
          key={value}
          role="menuitemradio"
          aria-checked={i18n.language === value}
          lang={value}
          rightSection={<Tick on={i18n.language === value} />}
          onClick={() => {
            void setLanguage(value)
            onChoose?.({ language: value })
          }}
        >
          {label}
        </Menu.Item>
      ))}
    </>
  )
}
