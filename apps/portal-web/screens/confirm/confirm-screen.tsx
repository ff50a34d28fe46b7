import { useTranslation } from 'react-i18next'
import { AnswerByLink } from '../../../../rooms/resolution/web/index.ts'
import { useTitle } from '../../shell/use-title.ts'
import classes from './confirm-screen.module.css'

/** Behind the link in the mail that says "solved". */
export function ConfirmScreen({ token }: { token: string }) {
  const { t } = useTranslation('portal')
  useTitle(t('confirm.title'))
  return (
    <div className={classes.page}>
      <AnswerByLink token={token} seeTicket={(number) => `/tickets/${number}`} />
    </div>
  )
}
