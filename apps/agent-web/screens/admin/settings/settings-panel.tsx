import { Button, TextInput } from '@mantine/core'
import { IconHistory, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  getSettings,
  listPastSettings,
  patchSettings,
  type SettingsView,
} from '../../../../../platform/settings/contract.ts'
import { api } from '../../../../../web-kit/api/api.ts'
import { useApi } from '../../../../../web-kit/api/use-api.ts'
import { RecordFoot } from '../../../../../web-kit/forms/record-form.tsx'
import { useSaveForm } from '../../../../../web-kit/forms/use-save-form.ts'
import { currentLanguage } from '../../../../../web-kit/i18n/i18n.ts'
import { useFound } from '../../../../../web-kit/manage/use-found.ts'
import { EditorDrawer } from '../../../../../web-kit/ui/editor-drawer.tsx'
import { EmptyState, ErrorState, TextSkeleton } from '../../../../../web-kit/ui/states.tsx'
import { SettingChanges } from './setting-changes.tsx'
import { SettingRow } from './setting-row.tsx'
import { whatIsWrong, wordsOf } from './setting-words.ts'
import classes from './settings.module.css'

/** Everything that can be set without a restart, by group; saved together, on record, back to default at a click. */
export function SettingsPanel() {
  const settings = useApi(getSettings, {}, { live: ['settings:1'] })
  if (settings.error) return <ErrorState error={settings.error} retry={() => void settings.refetch()} />
  if (!settings.data) return <TextSkeleton lines={10} />
  return <SettingsForm settings={settings.data} />
}

function SettingsForm({ settings }: { settings: SettingsView }) {
  const { t } = useTranslation('admin')
  const [history, setHistory] = useState(false)
  const { rows = [], search } = useFound(settings.items, (one) => {
    const { label, help } = wordsOf(one)
    return `${label} ${help} ${one.key}`
  })
  const changedIn = (values: Record<string, unknown>): string[] =>
    settings.items.map(({ key }) => key).filter((key) => !same(values[key], form.saved[key]))
  const form = useSaveForm<Record<string, unknown>, SettingsView>({
    initial: Object.fromEntries(settings.items.map(({ key, value }) => [key, value])),
    version: settings.version,
    check: (values) => {
      const wrong = settings.items.flatMap((one) => {
        const words = whatIsWrong(t, one, values[one.key])
        return words && changedIn(values).includes(one.key) ? [[one.key, words]] : []
      })
      if (wrong.length > 0) search.set('')
      return Object.fromEntries(wrong)
    },
    save: (values, matching) => {
      const body = settings.items
        .filter(({ key }) => changedIn(values).includes(key))
        // What equals the default follows it from now on, also when a later version has another.
        .map((one) => [one.key, same(values[one.key], one.default) ? null : values[one.key]])
      return api(patchSettings, { body: Object.fromEntries(body), ...matching })
    },
    refresh: [getSettings, listPastSettings],
    done: () => t('settings.saved'),
  })
  const changed = changedIn(form.values)
  return (
    <form {...form.props}>
      <div className={classes.bar}>
        <TextInput
          className={classes.search}
          type="search"
          aria-label={t('settings.find')}
          placeholder={t('settings.find')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={search.value}
          onChange={(event) => search.set(event.currentTarget.value)}
        />
        <Button variant="default" leftSection={<IconHistory size={16} aria-hidden />} onClick={() => setHistory(true)}>
          {t('settings.changes')}
        </Button>
      </div>
      {rows.length === 0 && (
        <EmptyState icon={<IconSearch />} title={t('kit:list.nothingFound')}>
          {t('kit:list.otherWords')}
        </EmptyState>
      )}
      {settings.groups.map(({ name, words }) => {
        const mine = rows.filter((one) => one.group === name)
        if (mine.length === 0) return null
        return (
          <section key={name} className={classes.group} aria-labelledby={`settings-${name}`}>
            <h2 className={classes.title} id={`settings-${name}`}>
              {words[currentLanguage()]}
            </h2>
            <div className={classes.card}>
              {mine.map((one) => (
                <SettingRow
                  key={one.key}
                  setting={one}
                  value={form.values[one.key]}
                  error={form.errors[one.key]}
                  onChange={(value) => form.set(one.key, value)}
                />
              ))}
            </div>
          </section>
        )
      })}
      {changed.length > 0 && (
        <div className={classes.save}>
          <p className={classes.count} role="status">
            {t('settings.unsaved', { count: changed.length })}
          </p>
          <RecordFoot form={form} onCancel={() => form.reset()} />
        </div>
      )}
      <EditorDrawer opened={history} title={t('settings.changes')} onClose={() => setHistory(false)}>
        {history && <SettingChanges settings={settings.items} />}
      </EditorDrawer>
    </form>
  )
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
