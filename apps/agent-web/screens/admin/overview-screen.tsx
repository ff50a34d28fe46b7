import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../shell/page.tsx'
import classes from './admin.module.css'
import { groups } from './sections.ts'
import { useSections } from './use-sections.ts'

/** Every section as a card, and a search over them; Enter opens the first that is found. */
export function OverviewScreen() {
  const { t } = useTranslation('admin')
  const [search, setSearch] = useState('')
  const found = useSections(search)
  const navigate = useNavigate()
  return (
    <Page title={t('title')} heading>
      <p className={classes.lead}>{t('lead')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (found[0]) void navigate({ to: `/desk/admin/${found[0].name}` as string })
        }}
      >
        <TextInput
          type="search"
          maw={420}
          aria-label={t('find')}
          placeholder={t('find')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </form>
      {found.length === 0 && <p role="status">{t('nothing')}</p>}
      {groups.map((group) => {
        const mine = found.filter((section) => section.group === group)
        if (mine.length === 0) return null
        return (
          <section key={group} aria-labelledby={`group-${group}`}>
            <h2 className={classes.heading} id={`group-${group}`}>
              {t(`groups.${group}`)}
            </h2>
            <ul className={classes.cards}>
              {mine.map(({ name, icon: Icon }) => (
                <li key={name}>
                  <Link to={`/desk/admin/${name}` as string} className={classes.card}>
                    <Icon size={20} stroke={1.6} aria-hidden />
                    <span>
                      <span className={classes.name}>{t(`sections.${name}.title`)}</span>
                      <div className={classes.help}>{t(`sections.${name}.lead`)}</div>
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </Page>
  )
}
