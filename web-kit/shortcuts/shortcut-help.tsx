import { Modal, SimpleGrid, Text } from '@mantine/core'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Keys } from './keys.tsx'
import { onOpenHelp } from './open-help.ts'
import { allShortcuts, shortcutVersion, watchShortcuts } from './registry.ts'
import classes from './shortcut-help.module.css'
import { useShortcut } from './use-shortcut.ts'

/** The overview behind `?`. Lists what works on the page one is on. Mounted once by `mountApp`. */
export function ShortcutHelp() {
  const { t } = useTranslation('kit')
  const [open, setOpen] = useState(false)
  useEffect(() => onOpenHelp(() => setOpen(true)), [])
  useSyncExternalStore(watchShortcuts, shortcutVersion)
  useShortcut('?', () => setOpen(true), { label: t('shortcuts.help'), group: t('shortcuts.general') })
  const groups = Map.groupBy(
    [...new Map(allShortcuts().map((s) => [s.keys, s])).values()],
    (shortcut) => shortcut.group,
  )
  return (
    <Modal opened={open} onClose={() => setOpen(false)} title={t('shortcuts.title')} size="xl">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl" verticalSpacing="lg">
        {[...groups].map(([group, shortcuts]) => (
          <section key={group}>
            <Text component="h3" size="xs" fw={600} c="dimmed" mb={6}>
              {group}
            </Text>
            <dl className={classes.keys}>
              {shortcuts.map((shortcut) => (
                <div key={shortcut.keys} className={classes.line}>
                  <dt>{shortcut.label}</dt>
                  <dd>
                    <Keys keys={shortcut.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </SimpleGrid>
    </Modal>
  )
}
