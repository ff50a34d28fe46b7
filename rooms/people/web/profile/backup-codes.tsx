import { Button, CopyButton, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Card } from './card.tsx'
import classes from './profile.module.css'

/** Shown once: what opens the door when the phone is away. */
export function BackupCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const { t } = useTranslation('profile')
  return (
    <Card title={t('factorCodes')} lead={t('factorCodesLead')}>
      <ul className={classes.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Group gap="sm">
        <CopyButton value={codes.join('\n')}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {t(copied ? 'factorCopied' : 'factorCopy')}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onKept}>{t('factorKept')}</Button>
      </Group>
    </Card>
  )
}
