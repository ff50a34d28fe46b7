import { IconChevronLeft } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../shell/page.tsx'
import classes from './admin.module.css'
import type { SectionName } from './sections.ts'

interface Props {
  name: SectionName
  /** The name of the one thing that is open within the section. */
  within?: string | undefined
  children: ReactNode
}

/** The frame of one section: title, what it is for, and on small screens the way back. */
export function Section({ name, within, children }: Props) {
  const { t } = useTranslation('admin')
  const title = t(`sections.${name}.title`)
  return (
    <Page title={within || title} heading>
      {within === undefined ? (
        <Link to="/desk/admin" className={classes.back}>
          <IconChevronLeft size={15} aria-hidden />
          {t('title')}
        </Link>
      ) : (
        <Link to={`/desk/admin/${name}` as string} className={classes.back} style={{ display: 'inline-flex' }}>
          <IconChevronLeft size={15} aria-hidden />
          {title}
        </Link>
      )}
      {within === undefined && <p className={classes.lead}>{t(`sections.${name}.lead`)}</p>}
      {children}
    </Page>
  )
}
