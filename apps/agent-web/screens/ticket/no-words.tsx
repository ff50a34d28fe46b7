import { useTranslation } from 'react-i18next'
import { AnswersList } from '../../../../rooms/catalog/web/index.ts'
import type { Ticket } from '../../../../rooms/ticket/web/index.ts'
import classes from './no-words.module.css'

/** In place of a conversation that nobody has begun: what was asked for in a form stands here, for it is all there is. */
export function NoWords({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('agent')
  const { service, customFields, createdAt } = ticket
  if (!service || Object.keys(customFields).length === 0) return <p className={classes.none}>{t('ticket.noWords')}</p>
  return (
    <section className={classes.card} aria-label={t('ticket.answers')}>
      <h2 className={classes.title}>{t('ticket.answers')}</h2>
      <AnswersList serviceId={service.id} answers={customFields} at={createdAt} />
    </section>
  )
}
