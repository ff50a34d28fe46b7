import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconPlugConnected } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import { type ImapTrial, tryImapAccount } from '../../contract/imap.ts'
import classes from './receiving.module.css'

/** `refused` is told which field the server would not take. */
export function useImapTrial(refused: (field: string, words: string) => void) {
  return useSend(tryImapAccount, {
    onProblem: ({ fields }) => {
      for (const { field, detail } of fields) refused(field.replace('body.', ''), detail)
      return fields.length > 0
    },
  })
}

interface Props {
  trial: { data: ImapTrial | undefined; isPending: boolean }
  run: () => void
}

/** Tries the settings as they stand in the form, saved or not, and shows how far they lead. */
export function ImapTrialResult({ trial, run }: Props) {
  const { t } = useTranslation('receiving')
  const result = trial.isPending ? undefined : trial.data
  return (
    <div className={classes.form}>
      <Button
        variant="default"
        style={{ alignSelf: 'flex-start' }}
        leftSection={<IconPlugConnected size={16} aria-hidden />}
        loading={trial.isPending}
        onClick={run}
      >
        {t('try')}
      </Button>
      <div role="status">
        {result && (
          <ul className={classes.steps}>
            {result.steps.map(({ step, ok, trouble }) => (
              <li key={step}>
                {ok ? (
                  <IconCircleCheck size={16} className={classes.ok} aria-label={t('stepOk')} role="img" />
                ) : (
                  <IconAlertTriangle size={16} className={classes.bad} aria-label={t('stepFailed')} role="img" />
                )}
                <span>
                  {t(`steps.${step}`)}
                  {trouble && (
                    <>
                      {': '}
                      <strong>{t(`trouble.${trouble.code}`)}</strong>
                      {trouble.detail && <p className={classes.quiet}>{t('said', { words: trouble.detail })}</p>}
                    </>
                  )}
                </span>
              </li>
            ))}
            {result.ok && (
              <li>
                <span>
                  {t('found', { count: result.messages ?? 0 })} {t('foundUnread', { count: result.unread ?? 0 })}{' '}
                  {t(result.idle ? 'pushes' : 'isAsked')}
                </span>
              </li>
            )}
          </ul>
        )}
      </div>
    </div>
  )
}
