import { useTranslation } from 'react-i18next'
import type { Service } from '../../../rooms/catalog/contract/http.ts'
import { ServiceIcon } from '../../../rooms/catalog/web/index.ts'
import { Link } from './link.tsx'
import { serviceWords } from './service-words.ts'
import classes from './services-grid.module.css'

interface Props {
  services: readonly Service[]
  /** What was already typed; it becomes the subject. */
  subject?: string | undefined
}

/** What one can ask for, as quiet cards. */
export function ServicesGrid({ services, subject }: Props) {
  const { t, i18n } = useTranslation('portal')
  const tail = subject ? `?subject=${encodeURIComponent(subject)}` : ''
  return (
    <ul className={classes.grid}>
      {services.map((service) => {
        const { name, description } = serviceWords(service, i18n.language)
        return (
          <li key={service.id}>
            <Link href={`/ask/${service.id}${tail}`} className={classes.card}>
              <span className={classes.icon} aria-hidden>
                <ServiceIcon name={service.icon} />
              </span>
              <span className={classes.words}>
                <span className={classes.name}>{name}</span>
                <span className={classes.description}>{description}</span>
              </span>
            </Link>
          </li>
        )
      })}
      <li>
        <Link href={`/ask/0${tail}`} className={classes.card}>
          <span className={classes.icon} aria-hidden>
            <ServiceIcon name="help" />
          </span>
          <span className={classes.words}>
            <span className={classes.name}>{t('home.other')}</span>
            <span className={classes.description}>{t('home.otherHelp')}</span>
          </span>
        </Link>
      </li>
    </ul>
  )
}
