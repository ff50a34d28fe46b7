import { useTranslation } from 'react-i18next'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import {
  allowPictureSender,
  forbidPictureSender,
  getMessage,
  listMessages,
  listPictureSenders,
} from '../../contract/http.ts'
import './strings.ts'

interface Author {
  id: number | null
  name: string
}

/** Shows the pictures of a sender without asking from now on, or asks again. */
export function usePictureSenders({ id, name }: Author) {
  const { t } = useTranslation('message')
  const refresh = [listMessages, getMessage, listPictureSenders]
  const allow = useSend(allowPictureSender, { refresh, onDone: () => toast.done(t('alwaysDone', { name })) })
  const forbid = useSend(forbidPictureSender, { refresh, onDone: () => toast.done(t('neverDone', { name })) })
  return {
    allow: () => id !== null && allow.mutate({ params: { id } }),
    forbid: () => id !== null && forbid.mutate({ params: { id } }),
  }
}
