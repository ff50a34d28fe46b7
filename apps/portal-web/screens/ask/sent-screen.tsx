import { Group } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../../rooms/people/web/index.ts'
import { ButtonLink } from '../../shell/button-link.tsx'
import { PageTitle } from '../../shell/page-title.tsx'
import classes from './ask-screen.module.css'

/** After sending: the number, and what happens next. */
export function SentScreen({ number }: { number: number }) {
  const { t } = useTranslation('portal')
  const { me } = useMe()
  return (
    <div className={classes.sent}>
      <span className={classes.tick} aria-hidden>
        <IconCheck size={38} stroke={2.2} />
      </span>
      <PageTitle>{t('sent.title')}</PageTitle>
      <p className={classes.number}>
        {t('sent.number')} <strong>#{number}</strong>
      </p>
      <ol className={classes.next}>
        <li>{t('sent.first')}</li>
        <li>{me?.email ? t('sent.second', { email: me.email }) : t('sent.secondHere')}</li>
        <li>{t('sent.third')}</li>
      </ol>
      <Group justify="center" gap="sm">
        <ButtonLink href={`/tickets/${number}`} radius="lg">
          {t('sent.see')}
        </ButtonLink>
        <ButtonLink href="/" variant="default" radius="lg">
          {t('sent.home')}
        </ButtonLink>
      </Group>
    </div>
  )
}
